import type { unknown as source } from '../en/unknown.ts'

export const unknown: Record<keyof typeof source, string> = {
  'unknown.title': 'Nous ne savons pas encore si {amount} ont été pris',
  'unknown.why': 'Ce qui s’est passé',
  'unknown.doing': 'Ce que fait la caisse',
  'unknown.lookFor': 'Ce qu’il faut chercher',
  'unknown.ask': 'Redemander au terminal',
  'unknown.cannotAsk': 'On ne peut pas interroger ce terminal. Regardez-le et répondez ici.',
  'unknown.taken': 'L’argent a été pris',
  'unknown.notTaken': 'L’argent n’a pas été pris',
  'unknown.confirmTaken': 'Vous avez vu que {amount} ont été pris',
  'unknown.confirmNotTaken': 'Vous avez vu que {amount} n’ont pas été pris',
  'unknown.takenBody': 'La vente continue comme payée. Votre nom est inscrit à côté de cette réponse.',
  'unknown.notTakenBody':
    'La carte peut être débitée à nouveau. Votre nom est inscrit à côté de cette réponse.',
  'unknown.name': 'Qui a regardé le terminal ?',
  'unknown.sure': 'J’ai regardé : c’est pris',
  'unknown.sureNot': 'J’ai regardé : ce n’est pas pris',
  'unknown.practice':
    'Ce terminal sert à s’exercer et n’a pris aucun argent réel : répondez comme après avoir regardé un vrai terminal.',
  'unknown.wait': 'Ne débitez pas la carte une seconde fois avant la réponse.',
}
