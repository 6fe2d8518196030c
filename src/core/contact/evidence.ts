/**
 * What two contacts may look alike in. `claimed-phone`: one gave the other's phone as their own through WhatsApp;
 * `spelling`: their phones are spellings of one number (Mexico 52/521, Brazil's ninth digit, Argentina 54/549);
 * `former-phone`: one had a phone that the other has; `username`; `listed-name`: the app's address book calls both the
 * same; `name`.
 */
export const LIKENESS_KINDS = ['claimed-phone', 'spelling', 'former-phone', 'username', 'listed-name', 'name'] as const
export type LikenessKind = (typeof LIKENESS_KINDS)[number]

/** Why two contacts are one. `announced`: WhatsApp says that the one is the other, with another number or id. */
export const EVIDENCE_KINDS = ['announced', ...LIKENESS_KINDS] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** How far a likeness goes. What only supports is never enough by itself: many people have one name. */
export type Strength = 'strong' | 'fair' | 'supporting'

export const STRENGTH: Readonly<Record<LikenessKind, Strength>> = {
  'claimed-phone': 'strong',
  spelling: 'strong',
  'former-phone': 'fair',
  username: 'fair',
  'listed-name': 'supporting',
  name: 'supporting',
}

/** `own` and `other`: the values that are alike, as each contact has them. */
export type Evidence = {
  readonly kind: LikenessKind
  readonly strength: Strength
  readonly own: string
  readonly other: string
}
