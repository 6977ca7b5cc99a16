import type { marketplaceTroubles as source } from '../en/marketplace-troubles.ts'

export const marketplaceTroubles: Record<keyof typeof source, string> = {
  'market.trouble.keyRefused': 'La place de marché n’accepte pas la clé',
  'market.trouble.keyRefused.next':
    'Elle a expiré ou a été retirée. Créez-en une autre là-bas et mettez-la sous « Connexion ». Les ventes continuent.',
  'market.trouble.notAllowed': 'La clé n’a pas ce droit',
  'market.trouble.notAllowed.next':
    'Donnez ce droit à la clé sur la place de marché, puis essayez de nouveau.',
  'market.trouble.gone': 'Elle n’y est plus',
  'market.trouble.gone.next':
    'Quelqu’un l’a supprimée sur la place de marché. Essayez de nouveau pour la remettre, ou retirez-la ici.',
  'market.trouble.skuTwice': 'Son code y est deux fois',
  'market.trouble.skuTwice.next':
    'Deux pièces de la place de marché ont le même code. Supprimez-en une ou changez son code, puis essayez de nouveau.',
  'market.trouble.negativeStock': 'Son compte y est sous zéro',
  'market.trouble.negativeStock.next': 'Corrigez le compte sur la place de marché, puis essayez de nouveau.',
  'market.trouble.otherCurrency': 'Le prix y est dans une autre monnaie',
  'market.trouble.otherCurrency.next':
    'Hanout vend en dirhams. Réglez la place de marché sur MAD, puis essayez de nouveau.',
  'market.trouble.stale': 'Le compte y a changé entre-temps',
  'market.trouble.stale.next': 'Il est annoncé de nouveau tout seul. Vous n’avez rien à faire.',
  'market.trouble.notEnough': 'Il n’y en a pas assez là-bas',
  'market.trouble.notEnough.next':
    'Quelqu’un vient peut-être de l’acheter en ligne. Voyez sous « Commandes ».',
  'market.trouble.tooMany': 'La place de marché demande d’aller moins vite',
  'market.trouble.tooMany.next': 'Nouvel essai tout seul. Vous n’avez rien à faire.',
  'market.trouble.unavailable': 'La place de marché ne le peut pas en ce moment',
  'market.trouble.unavailable.next': 'Nouvel essai tout seul. Vous n’avez rien à faire.',
  'market.trouble.malformed': 'Sa réponse n’est pas comprise',
  'market.trouble.malformed.next':
    'Voyez sous « Connexion » si l’adresse est juste. Si oui, prévenez qui s’occupe de la place de marché.',
  'market.trouble.refused': 'La place de marché a dit non',
  'market.trouble.refused.next':
    'Ses propres mots disent pourquoi. Corrigez là-bas ou dans le catalogue, puis essayez de nouveau.',
  'market.trouble.noNetwork': 'Il n’y a pas de réseau',
  'market.trouble.noNetwork.next': 'Rien n’est perdu : nouvel essai tout seul. Les ventes continuent.',
  'market.trouble.silent': 'La place de marché ne répond pas',
  'market.trouble.silent.next': 'Rien n’est perdu : nouvel essai tout seul. Les ventes continuent.',
  'market.trouble.lineLost': 'La ligne vers la place de marché a été coupée',
  'market.trouble.lineLost.next': 'Rien n’est perdu : nouvel essai tout seul. Les ventes continuent.',
  'market.lack.catalogue': 'Pièces : on ne peut ni les mettre en ligne ni les y changer.',
  'market.lack.photographs': 'Photos : les pièces vont en ligne sans elles.',
  'market.lack.stock': 'Stock : ce qui est vendu ici reste en vente là-bas.',
  'market.lack.orders': 'Commandes : elles n’arrivent pas, et aucune ne peut être annulée d’ici.',
  'market.lack.moves': 'Remise : l’acheteur n’est pas prévenu quand une commande part.',
  'market.lack.publication':
    'Affichage : les nouvelles pièces restent cachées tant que vous ne les montrez pas là-bas à la main.',
  'market.lack.location':
    'L’emplacement du stock est introuvable : les comptes ne peuvent pas être annoncés.',
  'market.lack.salesChannel':
    'Le canal de vente est introuvable : les pièces ne seraient dans aucune boutique.',
  'market.lack.shippingProfile':
    'Le profil d’expédition est introuvable : les acheteurs ne peuvent pas choisir l’envoi.',
  'market.lack.reservations':
    'Retenue : une pièce dans votre vente peut encore être achetée en ligne un instant.',
  'market.lack.plugin':
    'Le module de Hanout n’y est pas : une pièce dans votre vente peut encore être achetée en ligne un instant.',
  'market.lack.other': 'Il manque quelque chose qu’elle appelle « {what} ».',
}
