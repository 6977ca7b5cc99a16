import type { unknown as source } from '../en/unknown.ts'

export const unknown: Record<keyof typeof source, string> = {
  'unknown.title':
    '{purpose, select, refund {Nous ne savons pas encore si {amount} ont été rendus} void {Nous ne savons pas encore si le paiement de {amount} a été annulé} test {Nous ne savons pas encore si les {amount} de l’essai ont été pris} other {Nous ne savons pas encore si {amount} ont été pris}}',
  'unknown.why': 'Ce qui s’est passé',
  'unknown.doing': 'Ce que fait la caisse',
  'unknown.lookFor': 'Ce qu’il faut chercher',
  'unknown.ask': 'Redemander au terminal',
  'unknown.cannotAsk': 'On ne peut pas interroger ce terminal. Regardez-le et répondez ici.',
  'unknown.taken':
    '{purpose, select, refund {L’argent a été rendu} void {Le paiement a été annulé} other {L’argent a été pris}}',
  'unknown.notTaken':
    '{purpose, select, refund {L’argent n’a pas été rendu} void {Le paiement n’a pas été annulé} other {L’argent n’a pas été pris}}',
  'unknown.confirmTaken':
    '{purpose, select, refund {Vous avez vu que {amount} ont été rendus} void {Vous avez vu que {amount} ont été annulés} other {Vous avez vu que {amount} ont été pris}}',
  'unknown.confirmNotTaken':
    '{purpose, select, refund {Vous avez vu que {amount} n’ont pas été rendus} void {Vous avez vu que {amount} n’ont pas été annulés} other {Vous avez vu que {amount} n’ont pas été pris}}',
  'unknown.takenBody':
    '{purpose, select, refund {Le ticket est inscrit comme rendu. Votre nom est inscrit à côté de cette réponse.} void {Le ticket est inscrit comme annulé. Votre nom est inscrit à côté de cette réponse.} test {Votre nom est inscrit à côté de cette réponse.} other {La vente continue comme payée. Votre nom est inscrit à côté de cette réponse.}}',
  'unknown.notTakenBody':
    '{purpose, select, refund {On peut rendre l’argent à nouveau. Votre nom est inscrit à côté de cette réponse.} void {Le paiement tient. Votre nom est inscrit à côté de cette réponse.} test {Votre nom est inscrit à côté de cette réponse.} other {La carte peut être débitée à nouveau. Votre nom est inscrit à côté de cette réponse.}}',
  'unknown.slip': 'Ce qui est écrit sur le ticket, s’il y en a un',
  'unknown.name': 'Qui a regardé le terminal ?',
  'unknown.sure':
    '{purpose, select, refund {J’ai regardé : c’est rendu} void {J’ai regardé : c’est annulé} other {J’ai regardé : c’est pris}}',
  'unknown.sureNot':
    '{purpose, select, refund {J’ai regardé : ce n’est pas rendu} void {J’ai regardé : ce n’est pas annulé} other {J’ai regardé : ce n’est pas pris}}',
  'unknown.practice':
    'Ce terminal sert à s’exercer et n’a pris aucun argent réel : répondez comme après avoir regardé un vrai terminal.',
  'unknown.wait':
    '{purpose, select, refund {Ne rendez pas l’argent une seconde fois avant la réponse.} void {N’annulez pas une seconde fois avant la réponse.} other {Ne débitez pas la carte une seconde fois avant la réponse.}}',
}
