import type { RandomSource } from './random-source.js';

/** A customer who might call. Numbers are from ranges reserved for fiction, or plainly made up. */
export interface Persona {
  readonly name: string;
  readonly phoneNumber: string;
  /** Name of one of the instance's queues. */
  readonly queue: string;
  /** What the contact flow found out, as contact attributes. */
  readonly attributes: Readonly<Record<string, string>>;
}

type Row = readonly [
  name: string,
  phoneNumber: string,
  queue: string,
  language: string,
  tier: string,
  reason: string,
  more: Readonly<Record<string, string>>,
];

const rows: readonly Row[] = [
  [
    'Amara Okafor',
    '+442079460123',
    'Orders',
    'en-GB',
    'Gold',
    'Parcel is late',
    { order: 'SO-48213', orderTotal: '£84.20', carrier: 'Northline' },
  ],
  [
    'Björn Lindqvist',
    '+46846500412',
    'Technical support',
    'sv-SE',
    'Standard',
    'Router keeps restarting',
    { device: 'HX-220', firmware: '4.1.7' },
  ],
  [
    'Camila Ferreira',
    '+552155500134',
    'Billing',
    'pt-BR',
    'Silver',
    'Charged twice',
    { invoice: 'INV-90417', amount: 'R$ 129,90', lastCall: '2 days ago' },
  ],
  [
    'Diego Hernández',
    '+12025550142',
    'Returns',
    'es-US',
    'Standard',
    'Wrong size delivered',
    { order: 'SO-47760', returnLabel: 'sent' },
  ],
  ['Elif Yılmaz', '+902125550167', 'BasicQueue', 'tr-TR', 'Standard', 'Change of address', { city: 'İzmir' }],
  [
    'François Lefèvre',
    '+33199001256',
    'Premium',
    'fr-FR',
    'Platinum',
    'Renewal offer',
    { contract: 'C-2207', renewsOn: '2027-01-15', accountManager: 'N. Petit' },
  ],
  [
    'Giulia Rossi',
    '+390655500188',
    'Orders',
    'it-IT',
    'Gold',
    'Where is my order?',
    { order: 'SO-48301', eta: 'tomorrow' },
  ],
  [
    'Hana Suzuki',
    '+81355500126',
    'Technical support',
    'ja-JP',
    'Silver',
    'ログインできません',
    { device: 'HX-110', furigana: 'スズキ ハナ', authenticated: 'yes' },
  ],
  [
    'Ibrahim Al-Sayed',
    '+97145550171',
    'Billing',
    'ar-AE',
    'Gold',
    'استفسار عن الفاتورة',
    { invoice: 'INV-90555', amount: 'AED 410.00' },
  ],
  [
    'Jan Kowalski',
    '+48225550119',
    'Returns',
    'pl-PL',
    'Standard',
    'Refund not received',
    { order: 'SO-46018', refund: '219,00 zł' },
  ],
  [
    'Katharina Müller-Lüdenscheidt',
    '+493023125017',
    'Premium',
    'de-DE',
    'Platinum',
    'Complaint, second call',
    { case: '00318842', lastAgent: 'Grace Hopper', sentiment: 'negative' },
  ],
  ['Liam Murphy', '+353209100042', 'BasicQueue', 'en-IE', 'Standard', 'Opening hours', { store: 'Cork' }],
  [
    'Mai Nguyễn',
    '+14165550158',
    'Orders',
    'vi-VN',
    'Silver',
    'Add an item to an order',
    { order: 'SO-48377', stage: 'packing' },
  ],
  [
    'Noa Ben-David',
    '+97235550104',
    'Technical support',
    'he-IL',
    'Gold',
    'No dial tone',
    { device: 'DX-9', lineTest: 'passed' },
  ],
  [
    'Oleksandr Shevchenko',
    '+380445550133',
    'Billing',
    'uk-UA',
    'Standard',
    'Payment plan',
    { balance: '1 240,00 ₴', instalments: '3' },
  ],
  [
    'Priya Raghunathan',
    '+912255500162',
    'Premium',
    'en-IN',
    'Platinum',
    'Fraud alert on card',
    { card: 'ending 4417', authenticated: 'yes', risk: 'high' },
  ],
  ['Quinn O’Sullivan', '+61255501177', 'BasicQueue', 'en-AU', 'Standard', 'General question', { previousCalls: '0' }],
  [
    'Rutger van den Berg',
    '+31205550145',
    'Returns',
    'nl-NL',
    'Silver',
    'Broken on arrival',
    { order: 'SO-47992', photoReceived: 'yes' },
  ],
  ['Seo-yeon Kim', '+82255500193', 'Orders', 'ko-KR', 'Gold', '배송 문의', { order: 'SO-48402', eta: '2 days' }],
  [
    'Wei Zhang',
    '+862155500121',
    'Technical support',
    'zh-CN',
    'Standard',
    '无法连接网络',
    { device: 'HX-220', firmware: '4.0.2' },
  ],
];

/** Twenty customers, in alphabetical order. */
export const personas: readonly Persona[] = rows.map(
  ([name, phoneNumber, queue, language, tier, reason, more], index) => ({
    name,
    phoneNumber,
    queue,
    attributes: {
      customerName: name,
      account: `AC-${100_200 + index * 37}`,
      tier,
      language,
      reason,
      ...more,
    },
  }),
);

/** Finds a persona by name; null when there is none. */
export function findPersona(name: string): Persona | null {
  return personas.find((persona) => persona.name === name) ?? null;
}

/** Deals personas in shuffled rounds, so that nobody calls twice before everybody called once. */
export function createPersonaDealer(random: RandomSource): () => Persona {
  let left: Persona[] = [];
  return () => {
    if (left.length === 0) left = [...personas];
    const persona = random.pick(left);
    left = left.filter((other) => other !== persona);
    return persona;
  };
}
