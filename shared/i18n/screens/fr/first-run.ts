import type { firstRun as source } from '../en/first-run.ts'

export const firstRun: Record<keyof typeof source, string> = {
  'firstRun.title': 'Voici votre caisse',
  'firstRun.lead':
    'Des ventes qui survivent aux coupures, une carte jamais débitée deux fois, des reçus dans la langue du visiteur.',
  'firstRun.demo': 'Essayer la boutique de démonstration',
  'firstRun.demo.body':
    'Une soixantaine de pièces d’artisanat, un terminal et une imprimante d’entraînement. Rien à brancher, rien à saisir.',
  'firstRun.setup': 'Créer ma boutique',
  'firstRun.setup.body': 'Un nom, une ville et un code. Le reste peut attendre.',
  'firstRun.form.title': 'Votre boutique',
  'firstRun.name': 'Nom de la boutique en lettres latines',
  'firstRun.nameAr': 'Nom de la boutique en arabe',
  'firstRun.city': 'Ville',
  'firstRun.ice': 'ICE (15 chiffres), si vous l’avez',
  'firstRun.ice.wrong': 'Un ICE compte exactement 15 chiffres.',
  'firstRun.ice.unusual':
    'Vérifiez ces chiffres : la clé de contrôle ne tombe pas juste. Vous pouvez continuer.',
  'firstRun.owner': 'Votre nom',
  'firstRun.pin': 'Votre code, 4 à 8 chiffres',
  'firstRun.pin.again': 'Le code encore une fois',
  'firstRun.pin.wrong': 'Un code compte 4 à 8 chiffres.',
  'firstRun.pin.differs': 'Les deux codes diffèrent.',
  'firstRun.missing': 'À remplir.',
  'firstRun.open': 'Ouvrir ma boutique',
  'firstRun.opening': 'Préparation de la boutique…',
}
