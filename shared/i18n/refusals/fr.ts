import { booksRefusals } from './books-refusals.data.ts'
import { marketplaceRefusals } from './marketplace-refusals.data.ts'
import { paperRefusals } from './paper-refusals.data.ts'
import { settlementRefusals } from './settlement-refusals.data.ts'
import type { RefusalTable } from './words.ts'

const unmoved = 'Aucun argent n’a bougé.'
const uncharged = 'Aucune carte n’a été débitée.'
const ungiven = 'Rien n’a été rendu.'

export const refusalsFr: RefusalTable = {
  ...paperRefusals.fr,
  ...settlementRefusals.fr,
  ...marketplaceRefusals.fr,
  ...booksRefusals.fr,
  noOpenShift: {
    title: 'La caisse est fermée',
    money: unmoved,
    next: 'Ouvrez la caisse : comptez le fond et saisissez-le.',
  },
  shiftOpen: {
    title: 'La caisse est déjà ouverte',
    money: unmoved,
    next: 'Fermez-la avant de l’ouvrir de nouveau.',
  },
  noOpenSale: {
    title: 'Aucune vente en cours',
    money: unmoved,
    next: 'Scannez ou choisissez une pièce pour commencer.',
  },
  saleOpen: {
    title: 'Une vente est encore en cours',
    money: unmoved,
    next: 'Terminez-la, mettez-la en attente ou annulez-la d’abord.',
  },
  unresolvedCharge: {
    title: 'Un paiement par carte reste sans réponse',
    money:
      'Nous ne savons pas si {amount, select, none {l’argent a été pris} other {{amount} ont été pris}}.',
    next: 'Interrogez encore le terminal, ou regardez son écran et son dernier ticket, puis répondez ici. Ne débitez pas la carte une seconde fois.',
  },
  moneyTaken: {
    title: 'De l’argent a déjà été pris pour cette vente',
    money: 'Ce qui a été pris reste enregistré{amount, select, none {} other { : {amount}}}.',
    next: 'Encaissez le reste pour terminer la vente. Pour rendre l’argent, remboursez ensuite le ticket.',
  },
  nothingToResolve: {
    title: 'Aucun paiement n’attend de réponse',
    money: 'Ce paiement était déjà réglé ; rien n’a changé.',
    next: 'Continuez la vente.',
  },
  nothingToPay: {
    title: 'Il n’y a rien à payer',
    money: unmoved,
    next: 'Ajoutez d’abord une pièce à la vente.',
  },
  exceedsDue: {
    title: 'C’est plus que le reste à payer',
    money: unmoved,
    next: 'Prenez au plus {due, select, none {ce qui reste dû} other {{due}}}.',
  },
  cashCeiling: {
    title: 'Trop élevé pour les espèces',
    money: 'Aucune espèce n’a été encaissée.',
    next: 'Un ticket {ceiling, select, none {de ce montant} other {de {ceiling} ou plus}} ne se paie pas en espèces. Demandez une carte, un virement ou un chèque.',
  },
  belowFloor: {
    title: 'Sous le prix plancher',
    money: 'Le prix n’a pas changé ; aucun argent n’a bougé.',
    next: '{floor, select, none {Demandez l’accord d’un responsable.} other {Restez à {floor} ou plus, ou demandez l’accord d’un responsable.}}',
  },
  abovePosted: {
    title: 'Au-dessus du prix affiché',
    money: 'Le prix n’a pas changé ; aucun argent n’a bougé.',
    next: 'Convenez de {posted, select, none {ce prix} other {{posted}}} ou moins.',
  },
  alreadySold: {
    title: 'Cette pièce est vendue ou dans une autre vente',
    money: unmoved,
    next: 'Regardez les ventes en attente. Un remboursement remet la pièce en rayon.',
  },
  unknownItem: {
    title: 'Aucun article n’a ce code{code, select, none {} other { : {code}}}',
    money: unmoved,
    next: 'Scannez de nouveau, ou cherchez par le nom.',
  },
  unknownLine: {
    title: 'Cette ligne n’est plus là',
    money: unmoved,
    next: 'Regardez la liste et choisissez de nouveau.',
  },
  unknownTicket: {
    title: 'Ce ticket n’existe pas',
    money: unmoved,
    next: 'Vérifiez le numéro sur le reçu, ou cherchez par la pièce ou les quatre derniers chiffres de la carte.',
  },
  unknownParked: {
    title: 'Aucune vente en attente ne porte ce nom',
    money: unmoved,
    next: 'Choisissez dans les ventes en attente.',
  },
  overRefund: {
    title: 'C’est plus que ce qui peut être rendu',
    money: ungiven,
    next: '{left, select, none {Regardez ce que ce ticket a déjà rendu.} other {Il reste {left} à rendre sur cette ligne.}}',
  },
  badInput: {
    title: 'La caisse n’a pas pu lire ceci',
    money: unmoved,
    next: 'Vérifiez la saisie et recommencez.',
  },
  badAmount: {
    title: 'Ce n’est pas un montant',
    money: unmoved,
    next: 'Saisissez des dirhams : zéro ou plus, deux chiffres au plus après la virgule.',
  },
  badQuantity: {
    title: 'Ce n’est pas une quantité',
    money: unmoved,
    next: 'Saisissez un nombre entier, de 1 à 9999.',
  },
  badName: {
    title: 'Ce nom manque, ou personne ici ne le porte',
    money: unmoved,
    next: 'Choisissez un nom de la maison, ou saisissez-en un de 60 lettres au plus.',
  },
  inputTooLarge: { title: 'C’est trop long', money: unmoved, next: 'Raccourcissez et recommencez.' },
  locked: {
    title: 'La caisse est verrouillée',
    money: unmoved,
    next: 'Choisissez votre nom et saisissez votre code.',
  },
  wrongPin: {
    title: 'Code incorrect',
    money: unmoved,
    next: '{waitSeconds, select, none {Vérifiez votre nom et saisissez le code de nouveau.} other {{waitSeconds, plural, one {Attendez une seconde} other {Attendez # secondes}}, puis saisissez le code de nouveau.}}',
  },
  managerNeeded: {
    title: 'Il faut un responsable',
    money: unmoved,
    next: 'Appelez un responsable ou le patron pour l’autoriser.',
  },
  attemptInProgress: {
    title: 'Une carte est en cours de paiement',
    money: 'Le paiement se poursuit sur le terminal.',
    next: 'Attendez que le terminal ait terminé.',
  },
  noTerminal: {
    title: 'Aucun terminal de paiement configuré',
    money: uncharged,
    next: 'Prenez un autre moyen de paiement, ou configurez un terminal dans Appareils.',
  },
  terminalUnreachable: {
    title: 'Le terminal ne répond pas',
    money: 'Aucune carte n’a été débitée : rien n’a été envoyé.',
    next: 'Vérifiez qu’il est allumé et branché, puis recommencez, ou prenez un autre moyen de paiement.',
  },
  terminalCannotRefund: {
    title: 'Ce terminal ne sait pas rembourser une carte',
    money: ungiven,
    next: 'Rendez l’argent en espèces.',
  },
  notVoidable: {
    title: 'Le terminal ne peut pas annuler ce ticket',
    money: ungiven,
    next: 'Seul un ticket entier, payé avec une seule carte sur ce terminal depuis l’ouverture de la caisse, peut être annulé. Remboursez-le plutôt ligne par ligne.',
  },
  notTestable: {
    title: 'Ce terminal ne se teste pas d’ici',
    money: uncharged,
    next: 'Il n’est pas relié à la caisse : ce que vous y tapez est le test.',
  },
  slipMissing: {
    title: 'Il manque les numéros du reçu du terminal',
    money: 'Rien n’est encore noté ; le paiement est sur le terminal.',
    next: 'Recopiez le numéro d’autorisation et les quatre derniers chiffres de la carte.',
  },
  noMerchantQr: {
    title: 'La boutique n’a pas de code de paiement',
    money: unmoved,
    next: 'Entrez le code donné par votre banque sous Appareils, Payer par téléphone, ou prenez un autre moyen de paiement.',
  },
  noPrinter: {
    title: 'Aucune imprimante configurée',
    money: 'Aucun argent n’a bougé ; le ticket est en sécurité.',
    next: 'Configurez une imprimante dans Appareils. Un reçu se réimprime à tout moment.',
  },
  printerBusy: {
    title: 'L’imprimante est occupée',
    money: 'Aucun argent n’a bougé ; le ticket est en sécurité.',
    next: 'Attendez le papier, puis recommencez.',
  },
  printerTrouble: {
    title: 'L’imprimante a besoin d’un coup d’œil',
    money: 'Aucun argent n’a bougé ; le ticket est en sécurité.',
    next: 'Les appareils disent ce qui lui manque : papier, capot fermé ou câble.',
  },
  readerTrouble: {
    title: 'Le lecteur ne répond pas',
    money: unmoved,
    next: 'Vérifiez son câble, puis recommencez. En attendant, les codes peuvent être saisis.',
  },
  deviceUnknown: {
    title: 'Cet appareil n’est pas configuré ici',
    money: unmoved,
    next: 'Regardez la liste des appareils.',
  },
  deviceCannot: {
    title: 'Cet appareil ne sait pas le faire',
    money: unmoved,
    next: 'Sa fiche dit ce qu’il sait faire. Le reste se fait sur l’appareil lui-même.',
  },
  terminalSaidNo: {
    title: 'Le terminal ne l’a pas fait{reason, select, none {} other { : {reason}}}',
    money: uncharged,
    next: 'Regardez son écran, puis recommencez{code, select, none {} other { (code {code})}}.',
  },
  ledgerUnwritable: {
    title: 'Le disque refuse d’écrire',
    money: 'Aucun argent n’a bougé : la caisse refuse avant d’encaisser.',
    next: 'Libérez de la place sur le disque ou faites-le vérifier, puis recommencez. Ne vendez rien d’ici là.',
  },
  clockWentBack: {
    title: 'L’horloge de l’ordinateur a reculé',
    money: unmoved,
    next: 'Remettez l’ordinateur à la bonne date et à la bonne heure, puis recommencez.',
  },
  notSetUp: {
    title: 'Cette caisse n’a pas encore de boutique',
    money: unmoved,
    next: 'Essayez la boutique de démonstration ou créez la vôtre.',
  },
  alreadySetUp: {
    title: 'Cette caisse a déjà sa boutique',
    money: unmoved,
    next: 'Déverrouillez-la et continuez.',
  },
  catalogueMalformed: {
    title:
      'Le catalogue contient une erreur{line, select, none {} other { ligne {line}}}{column, select, none {} other {, colonne {column}}}',
    money: 'Rien n’en a été chargé ; aucun argent n’a bougé.',
    next: 'Corrigez{reason, select, none {} other { ({reason})}} et chargez le fichier de nouveau.',
  },
  forbidden: {
    title: 'Ce n’est pas permis ici',
    money: unmoved,
    next: 'Passez par la fenêtre de Hanout, ou déverrouillez la caisse avec une personne autorisée.',
  },
  internal: {
    title: 'La caisse n’a pas pu terminer',
    money:
      'Tout ce qui était enregistré est en sécurité. Si une carte était en cours, la caisse interroge le terminal.',
    next: 'Recommencez une fois. Si cela se répète, redémarrez la caisse : elle retrouve tout.',
  },
}
