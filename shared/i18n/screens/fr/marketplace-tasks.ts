import type { marketplaceTasks as source } from '../en/marketplace-tasks.ts'

export const marketplaceTasks: Record<keyof typeof source, string> = {
  'market.tasks.none.title': 'Rien ne vous attend',
  'market.tasks.none.body':
    'Si une pièce est un jour vendue en même temps à la boutique et en ligne, c’est ici : ce qui s’est passé, que dire à l’acheteur, et un bouton qui rend l’argent.',
  'market.task.since': 'depuis le {when}',
  'market.task.lost': 'Commande {number} : la pièce n’est plus là',
  'market.task.returned': 'Commande {number} : remboursée après son départ',
  'market.task.odd': 'La commande {number} ne peut pas être prise telle quelle',
  'market.task.money': 'L’argent',
  'market.task.money.paid':
    'Les {amount} de l’acheteur sont à la place de marché, en sûreté. Rien n’est entré dans votre tiroir.',
  'market.task.money.placed': 'L’acheteur n’a pas payé : aucun argent n’a bougé.',
  'market.task.money.cancelled': 'La place de marché a annulé la commande : aucun argent n’est dû.',
  'market.task.money.refunded':
    'La place de marché a rendu {amount} à l’acheteur. Rien n’est sorti de votre tiroir ; le ticket {ticket} reste dans vos livres.',
  'market.task.money.odd':
    'Ce que l’acheteur a payé est à la place de marché. Rien n’est entré dans votre tiroir.',
  'market.task.happened': 'Ce qui s’est passé',
  'market.task.lost.ticket': '« {piece} » a été vendue à la boutique : ticket {ticket}.',
  'market.task.lost.otherTill':
    '« {piece} » a été vendue à une autre caisse de la boutique : ticket {ticket} là-bas.',
  'market.task.lost.order': '« {piece} » est promise à la commande {order}, arrivée avant.',
  'market.task.lost.other': 'Les autres pièces de cette commande sont là.',
  'market.task.returned.body':
    'La marchandise est partie avec le ticket {ticket} ; ensuite la place de marché a mis fin à la commande. Demandez à l’acheteur si la pièce revient, ou réclamez l’argent à la place de marché.',
  'market.task.odd.otherCurrency': 'Elle est dans une autre monnaie que le dirham.',
  'market.task.odd.unknownPieces': 'Elle ne nomme aucune pièce de cette boutique.',
  'market.task.odd.badSum': 'Ses montants ne tombent pas juste.',
  'market.task.odd.text': 'Comme la place de marché l’a écrit :',
  'market.task.say': 'Que dire à l’acheteur',
  'market.task.say.in': 'À envoyer, dans la langue de l’acheteur : {language}',
  'market.task.say.means': 'Ce que cela dit',
  'market.task.copy': 'Copier le message',
  'market.task.copied': 'Copié : collez-le dans un e-mail ou un message.',
  'market.task.copy.not': 'La copie n’est pas possible ici : marquez le texte et copiez-le.',
  'market.task.write': 'Écrire à',
  'market.task.do': 'Que faire',
  'market.task.cancel.hint':
    'La place de marché annule la commande et rend l’argent. Vous n’avez rien d’autre à faire.',
  'market.task.cancel.unpaid': 'La place de marché annule la commande. Vous n’avez rien d’autre à faire.',
  'market.task.other': 'Je l’ai réglé autrement',
  'market.task.other.hint': 'Par exemple : l’acheteur prend une autre pièce.',
  'market.task.other.title': 'Comment la commande {number} est-elle réglée ?',
  'market.task.other.body':
    'L’affaire est close à votre nom. Rien n’est envoyé à la place de marché, aucun argent ne bouge.',
  'market.task.other.note': 'Avec vos mots',
  'market.task.other.note.hint': 'Ce que vous avez convenu avec l’acheteur. Le comptable le lit.',
  'market.task.other.yes': 'Clore l’affaire',
  'market.task.managers': 'Prévenez un responsable ou le propriétaire : eux seuls le règlent.',
  'market.task.cancelling':
    'La place de marché est priée d’annuler la commande et de rendre l’argent. Cela part d’ici tout seul.',
  'market.task.setAside': 'La place de marché n’a pas rendu l’argent',
  'market.task.again': 'Redemander à la place de marché',
  'market.twice': '« {piece} » a été vendue à deux caisses',
  'market.twice.body':
    'Le ticket {ours} de cette caisse et le ticket {theirs} d’une autre ont vendu la même pièce : deux visiteurs ont payé, une seule pièce est partie.',
  'market.twice.do':
    'Celui qui n’a pas emporté la pièce est remboursé : reprenez le ticket {ours} ici, ou le ticket {theirs} à l’autre caisse. L’affaire part alors d’ici toute seule.',
  'market.twice.other.hint': 'Par exemple : l’étiquette d’une autre pièce a été lue.',
  'market.twice.other.title': 'Comment est-ce réglé ?',
  'market.twice.other.body': 'L’affaire est close à votre nom. Aucun argent ne bouge.',
  'market.twice.other.note.hint': 'Ce que vous avez constaté. Le comptable le lit.',
  'market.twice.money':
    'Les deux visiteurs ont payé, et les deux paiements sont dans les livres. L’un des deux récupère son argent, une fois.',
}
