import type { done as source } from '../en/done.ts'

export const done: Record<keyof typeof source, string> = {
  'done.sale': 'Vendu',
  'done.refund': 'Rendu',
  'done.change': 'À rendre',
  'done.noChange': 'Rien à rendre',
  'done.giveBack': 'Remboursé',
  'done.ticket': 'Ticket {number}',
  'done.receipt.queued': 'Le reçu attend l’imprimante',
  'done.receipt.printing': 'Le reçu s’imprime',
  'done.receipt.done': 'Le reçu est imprimé',
  'done.receipt.notStarted':
    'Le reçu ne s’est pas imprimé. La vente est sûre ; voyez l’imprimante, puis réimprimez.',
  'done.receipt.unknown': 'Nous ne savons pas si le reçu est sorti. Regardez le papier avant de réimprimer.',
  'done.receipt.none': 'Pas d’imprimante : le reçu pourra sortir plus tard depuis les tickets',
  'done.reprint': 'Imprimer un duplicata',
  'done.print': 'Réimprimer',
  'done.next': 'Vente suivante',
  'done.nextHint': 'ou scannez l’étiquette suivante',
  'done.paper': 'Papier de l’imprimante simulée',
  'done.paper.sheet': 'Feuille {number} de l’imprimante',
  'done.paper.none': 'Pas encore de papier',
  'done.paper.noneBody': 'Ce qu’imprime l’imprimante simulée sort ici.',
}
