import type { DemoCategory } from './categories.data.ts'

/** Who left the consigned pieces, and their part of the price in millionths. */
export const demoOwners = {
  tifaouine: { owner: 'Coopérative Tifaouine', sharePpm: 700_000 },
  taznakht: { owner: 'Coopérative Iklane', sharePpm: 650_000 },
  argan: { owner: 'Coopérative Tamaynoute', sharePpm: 600_000 },
  itto: { owner: 'Itto Ouhaddou', sharePpm: 750_000 },
  brahim: { owner: 'Maâlem Brahim Aït Oufkir', sharePpm: 700_000 },
} as const

export type DemoOwner = keyof typeof demoOwners

/** One row: whole dirhams, VAT included; `stock` `'piece'` is one of a kind. */
export type DemoRow = readonly [
  sku: string,
  ar: string,
  fr: string,
  en: string,
  priceDh: number,
  floorDh: number | null,
  stock: number | 'piece',
  maker: string,
  village: string,
  owner?: DemoOwner,
]

// biome-ignore format: one piece a line, read across
export const demoPieces: Readonly<Record<DemoCategory, readonly DemoRow[]>> = {
  rugs: [
    ['RUG-01', 'زربية أزيلال بالمعيّنات', 'Tapis Azilal à losanges', 'Azilal rug with lozenges', 4500, 3600, 'piece', 'Fatima Aït Hamou', 'Azilal', 'tifaouine'],
    ['RUG-02', 'زربية بني وارين عاجية', 'Tapis Béni Ouarain ivoire', 'Ivory Beni Ourain rug', 9800, 8200, 'piece', 'Itto Ouhaddou', 'Berkine', 'itto'],
    ['RUG-03', 'زربية تازناخت بلون الزعفران', 'Tapis de Taznakht safran', 'Saffron Taznakht rug', 6200, 5200, 'piece', 'Zahra Oubella', 'Taznakht', 'taznakht'],
    ['RUG-04', 'زربية بوجعد حمراء', 'Tapis de Boujaad rouge', 'Red Boujaad rug', 3800, 3100, 'piece', 'Mina Chergaoui', 'Boujaad'],
    ['RUG-05', 'زربية رباطية بنجمة وسطى', 'Tapis de Rabat à étoile centrale', 'Rabat rug with central star', 14500, 12500, 'piece', 'Lalla Khadija Slaoui', 'Salé'],
    ['RUG-06', 'حنبل زموري مخطط', 'Hanbel zemmour rayé', 'Striped Zemmour hanbel', 2400, 1900, 'piece', 'Rqia Zemmouri', 'Khémisset'],
    ['RUG-07', 'زربية كلاوية', 'Tapis Glaoui noué et tissé', 'Glaoui rug, knotted and woven', 5400, 4500, 'piece', 'Aïcha Aït Ougrour', 'Telouet', 'taznakht'],
    ['RUG-08', 'زربية بوشرويط ملونة', 'Boucherouite multicolore', 'Multicoloured boucherouite rug', 1200, 900, 'piece', 'Hadda Boukhris', 'Boujaad'],
    ['RUG-09', 'زربية مرموشة بيضاء', 'Tapis Marmoucha blanc', 'White Marmoucha rug', 7600, 6400, 'piece', 'Yamna Ouâli', 'Imouzzer Marmoucha', 'itto'],
    ['RUG-10', 'زربية صغيرة من الصوف', 'Descente de lit en laine', 'Wool bedside rug', 480, 400, 8, 'Coopérative Iklane', 'Taznakht', 'taznakht'],
  ],
  leather: [
    ['LEA-01', 'بلغة صفراء للرجال', 'Babouches jaunes homme', 'Men’s yellow babouches', 180, 140, 24, 'Maâlem Driss Lahlou', 'Fès'],
    ['LEA-02', 'بلغة نسائية مطرزة', 'Babouches femme brodées', 'Women’s embroidered babouches', 220, 170, 18, 'Maâlem Driss Lahlou', 'Fès'],
    ['LEA-03', 'بلغة زيوانية', 'Babouches ziouani', 'Ziouani babouches', 320, 270, 10, 'Maâlem Abdelhak Tazi', 'Fès'],
    ['LEA-04', 'بوف من الجلد المطرز', 'Pouf en cuir brodé', 'Embroidered leather pouf', 650, 520, 6, 'Atelier Sidi Abdelaziz', 'Marrakech'],
    ['LEA-05', 'حقيبة كتف من الجلد', 'Sac besace en cuir', 'Leather satchel', 780, 620, 5, 'Atelier Sidi Abdelaziz', 'Marrakech'],
    ['LEA-06', 'محفظة نقود من الجلد', 'Portefeuille en cuir', 'Leather wallet', 160, 120, 30, 'Maâlem Youssef Dabbagh', 'Fès'],
    ['LEA-07', 'حزام من الجلد المضفور', 'Ceinture en cuir tressé', 'Braided leather belt', 150, 110, 20, 'Maâlem Youssef Dabbagh', 'Fès'],
  ],
  copper: [
    ['COP-01', 'صينية نحاسية منقوشة', 'Plateau en cuivre ciselé', 'Engraved copper tray', 1450, 1200, 3, 'Maâlem Hamid Nehhas', 'Fès'],
    ['COP-02', 'براد أتاي منقوش', 'Théière marocaine ciselée', 'Engraved Moroccan teapot', 420, 350, 9, 'Maâlem Hamid Nehhas', 'Fès'],
    ['COP-03', 'صينية أتاي بأرجل', 'Plateau à thé sur pieds', 'Footed tea tray', 890, 740, 4, 'Atelier Seffarine', 'Fès'],
    ['COP-04', 'مرش ماء الزهر', 'Aspersoir à eau de fleur d’oranger', 'Orange-blossom water sprinkler', 260, 210, 12, 'Atelier Seffarine', 'Fès'],
    ['COP-05', 'طاس نحاسي لغسل اليدين', 'Aiguière et bassin en cuivre', 'Copper ewer and basin', 1250, 1050, 'piece', 'Maâlem Larbi Seffar', 'Marrakech'],
    ['COP-06', 'مبخرة نحاسية', 'Brûle-encens en laiton', 'Brass incense burner', 190, 150, 16, 'Maâlem Larbi Seffar', 'Marrakech'],
  ],
  pottery: [
    ['POT-01', 'طاجين مزين من آسفي', 'Tagine de Safi', 'Safi tagine', 150, 120, 22, 'Maâlem Ahmed Serghini', 'Safi'],
    ['POT-02', 'طاجين طيني للطهي', 'Tagine de cuisson en terre', 'Clay cooking tagine', 90, 75, 40, 'Potiers d’Oulja', 'Salé'],
    ['POT-03', 'صحن فاسي أزرق', 'Plat bleu de Fès', 'Fez blue plate', 380, 310, 7, 'Maâlem Mohamed Fakhari', 'Fès'],
    ['POT-04', 'شمعدان أخضر من تامكروت', 'Bougeoir vert de Tamegroute', 'Green Tamegroute candlestick', 140, 110, 15, 'Potiers de la zaouïa', 'Tamegroute'],
    ['POT-05', 'مزهرية ملونة من آسفي', 'Vase polychrome de Safi', 'Polychrome Safi vase', 520, 430, 'piece', 'Maâlem Ahmed Serghini', 'Safi'],
    ['POT-06', 'زلافة حريرة', 'Bol à harira', 'Harira soup bowl', 60, 50, 48, 'Maâlem Mohamed Fakhari', 'Fès'],
    ['POT-07', 'جرة مزججة من تامكروت', 'Jarre émaillée de Tamegroute', 'Glazed Tamegroute jar', 950, 780, 'piece', 'Potiers de la zaouïa', 'Tamegroute'],
    ['POT-08', 'طنجية مراكشية', 'Tangia de Marrakech', 'Marrakech tangia', 120, 95, 14, 'Potiers de Sidi Youssef', 'Marrakech'],
  ],
  wood: [
    ['WOO-01', 'علبة من خشب العرعار المرصع', 'Boîte en thuya marqueté', 'Thuya marquetry box', 240, 190, 14, 'Maâlem Brahim Aït Oufkir', 'Essaouira', 'brahim'],
    ['WOO-02', 'شطرنج من خشب العرعار', 'Jeu d’échecs en thuya', 'Thuya chess set', 880, 720, 4, 'Maâlem Brahim Aït Oufkir', 'Essaouira', 'brahim'],
    ['WOO-03', 'صندوق خشبي مزوق', 'Coffre peint zouaqé', 'Painted zouaq chest', 3200, 2700, 'piece', 'Maâlem Abdeslam Zouaq', 'Tétouan'],
    ['WOO-04', 'ملعقة من خشب الليمون', 'Cuillère en citronnier', 'Lemonwood spoon', 25, null, 120, 'Atelier Souk Chouari', 'Marrakech'],
    ['WOO-05', 'مائدة صغيرة من العرعار المرصع', 'Guéridon en thuya incrusté', 'Inlaid thuya side table', 1650, 1400, 'piece', 'Maâlem Brahim Aït Oufkir', 'Essaouira', 'brahim'],
    ['WOO-06', 'مرآة بإطار من خشب الأرز', 'Miroir en cèdre sculpté', 'Carved cedar mirror', 740, 600, 3, 'Maâlem Lahcen Ouzzine', 'Azrou'],
  ],
  textile: [
    ['TEX-01', 'قفطان من البروكار', 'Caftan en brocart', 'Brocade caftan', 4200, 3500, 'piece', 'Maâlma Najat Bennis', 'Fès'],
    ['TEX-02', 'جلابة من صوف بزو', 'Djellaba en étoffe de Bzou', 'Bzou wool djellaba', 2600, 2200, 'piece', 'Fadma Aït Sidi', 'Bzou'],
    ['TEX-03', 'سبنية من الحرير', 'Foulard sebnia en soie', 'Sebnia silk scarf', 280, 230, 16, 'Atelier Derb Touil', 'Fès'],
    ['TEX-04', 'منديل جبلي مخطط', 'Mendil rayé du Rif', 'Striped Rif mendil', 190, 150, 12, 'Rhimou Akhamal', 'Chefchaouen'],
    ['TEX-05', 'وسادة من حرير الصبار', 'Coussin en sabra', 'Cactus-silk cushion', 210, 170, 20, 'Atelier Ben Salah', 'Marrakech'],
    ['TEX-06', 'غطاء مائدة بالطرز الفاسي', 'Nappe brodée au point de Fès', 'Fez-embroidered tablecloth', 1350, 1100, 'piece', 'Maâlma Najat Bennis', 'Fès'],
    ['TEX-07', 'طربوش أحمر', 'Tarbouche rouge', 'Red tarboosh', 130, 100, 18, 'Atelier Derb Touil', 'Fès'],
  ],
  jewellery: [
    ['JEW-01', 'زوج خلالات تيزرزاي من الفضة', 'Paire de fibules tizerzaï', 'Pair of tizerzai fibulas', 2900, 2400, 'piece', 'Maâlem Hmad Bouchnafa', 'Tiznit'],
    ['JEW-02', 'خلالة فضية صغيرة', 'Petite fibule en argent', 'Small silver fibula', 360, 290, 6, 'Maâlem Hmad Bouchnafa', 'Tiznit'],
    ['JEW-03', 'سوار فضي منقوش', 'Bracelet en argent ciselé', 'Engraved silver bracelet', 680, 560, 8, 'Atelier Idaou Semlal', 'Tafraout'],
    ['JEW-04', 'قلادة أمازيغية بالمينا', 'Collier amazigh émaillé', 'Enamelled Amazigh necklace', 3400, 2900, 'piece', 'Maâlem Hmad Bouchnafa', 'Tiznit'],
    ['JEW-05', 'أقراط خميسة من الفضة', 'Boucles khmissa en argent', 'Silver khmissa earrings', 240, 190, 15, 'Atelier Idaou Semlal', 'Tafraout'],
    ['JEW-06', 'خاتم فضي منقوش', 'Bague en argent gravée', 'Engraved silver ring', 180, 150, 20, 'Atelier Idaou Semlal', 'Tafraout'],
  ],
  baskets: [
    ['BAS-01', 'قفة من الدوم', 'Panier en doum', 'Doum-palm basket', 110, 85, 25, 'Coopérative Annakhil', 'Tiflet'],
    ['BAS-02', 'حقيبة من الرافيا', 'Sac en raphia', 'Raffia bag', 260, 210, 14, 'Atelier Miriam Raphia', 'Essaouira'],
    ['BAS-03', 'بلغة من الرافيا', 'Babouches en raphia', 'Raffia slippers', 230, 190, 12, 'Atelier Miriam Raphia', 'Essaouira'],
    ['BAS-04', 'طبق خبز بغطاء', 'Corbeille à pain à couvercle', 'Lidded bread basket', 140, 110, 16, 'Mbarka Filali', 'Rissani'],
    ['BAS-05', 'ترازة من سعف النخيل', 'Chapeau en palmier', 'Palm-leaf hat', 80, 60, 30, 'Coopérative Annakhil', 'Tiflet'],
  ],
  argan: [
    ['ARG-01', 'زيت أركان للتجميل 100 مل', 'Huile d’argan cosmétique 100 ml', 'Cosmetic argan oil 100 ml', 150, 130, 40, 'Coopérative Tamaynoute', 'Tiout', 'argan'],
    ['ARG-02', 'زيت أركان للأكل 250 مل', 'Huile d’argan alimentaire 250 ml', 'Culinary argan oil 250 ml', 120, 100, 36, 'Coopérative Tamaynoute', 'Tiout', 'argan'],
    ['ARG-03', 'أملو باللوز 200 غ', 'Amlou aux amandes 200 g', 'Almond amlou 200 g', 85, null, 28, 'Coopérative Tamaynoute', 'Tiout', 'argan'],
    ['ARG-04', 'صابون بلدي بالأوكاليبتوس', 'Savon noir à l’eucalyptus', 'Eucalyptus black soap', 45, null, 60, 'Atelier Bab Ftouh', 'Fès'],
    ['ARG-05', 'غاسول طبيعي', 'Ghassoul naturel', 'Natural ghassoul clay', 35, null, 55, 'Carriers de Ksabi', 'Missour'],
    ['ARG-06', 'ماء الورد من قلعة مكونة', 'Eau de rose de Kelâat M’Gouna', 'Kelaat M’Gouna rose water', 60, 50, 32, 'Coopérative Rosa Damaskina', 'Kelâat M’Gouna'],
  ],
  lanterns: [
    ['LAN-01', 'فانوس نحاسي مخرّم', 'Lanterne en laiton ajouré', 'Pierced brass lantern', 890, 740, 6, 'Maâlem Rachid Fnayri', 'Marrakech'],
    ['LAN-02', 'فانوس بالزجاج الملون', 'Lanterne à verres colorés', 'Coloured-glass lantern', 560, 460, 8, 'Maâlem Rachid Fnayri', 'Marrakech'],
    ['LAN-03', 'مصباح من الجلد المنقوش بالحناء', 'Lampe en peau peinte au henné', 'Henna-painted skin lamp', 420, 340, 7, 'Atelier Sidi Ghalem', 'Marrakech'],
    ['LAN-04', 'ثريا نحاسية كبيرة', 'Grand lustre en laiton', 'Large brass chandelier', 21500, 18500, 'piece', 'Maâlem Rachid Fnayri', 'Marrakech'],
    ['LAN-05', 'حامل شموع من الحديد المطروق', 'Photophore en fer forgé', 'Wrought-iron candle holder', 130, 100, 18, 'Forge Bab Taghzout', 'Marrakech'],
  ],
}
