/** What a bubble shows, read leniently from Meta's message object: a shape we do not know becomes `unknown`, never a crash. */
export type Content =
  | { kind: 'text'; text: string }
  | { kind: 'picture'; source: string; caption: string }
  | { kind: 'video'; source: string; caption: string }
  | { kind: 'sticker'; source: string }
  | { kind: 'sound'; source: string; voice: boolean }
  | { kind: 'document'; source: string; name: string; caption: string; type: string }
  | { kind: 'location'; latitude: number; longitude: number; name: string; address: string }
  | { kind: 'contacts'; people: { name: string; detail: string }[] }
  | { kind: 'product'; id: string }
  | { kind: 'order'; count: number; lines: string[]; total: string; text: string }
  /** A form or an address, filled in and sent. */
  | { kind: 'answer'; isAddress: boolean; lines: string[] }
  | { kind: 'call-answer'; isYes: boolean }
  | { kind: 'card'; card: Card }
  | { kind: 'system'; text: string }
  /** What happened in a group, in the emulator's word; `who`: whom it is about, empty for the group as a whole. */
  | { kind: 'group-line'; what: string; who: string; isYou: boolean; text: string }
  /** A call, as far as it came; the reminder that calls of a business go unanswered. */
  | { kind: 'call'; by: 'customer' | 'business'; state: string; seconds: number }
  | { kind: 'call-reminder' }
  | { kind: 'unknown'; type: string }

/** A template or an interactive message. */
export type Card = {
  header: Content | null
  body: string
  footer: string
  /** How an order stands, in Meta’s word; absent of all else. */
  standing?: string
  /** An offer that ends; `until` in ms, null when it does not. */
  offer: Offer | null
  buttons: CardButton[]
  list: { label: string; sections: { title: string; rows: ListRow[] }[] } | null
  /** A carousel, in order; empty for everything else. */
  cards: Card[]
}
export type Offer = { text: string; until: number | null; code: string }
export type ListRow = { id: string; title: string; description: string }
export type CardButton =
  | { kind: 'reply'; id: string; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'copy'; text: string; code: string }
  | { kind: 'flow'; text: string; token: string }
  /** What can be ordered; `ids` where the message names the articles, else whatever `items` there are. */
  | { kind: 'catalog'; text: string; items: number; ids: string[] }
  | { kind: 'location' | 'call'; text: string }
  /** Pays a bill, or tries to and fails; no money moves. */
  | { kind: 'pay' | 'fail-to-pay'; text: '' }
  /** Gives the business the customer's phone, permission to call, or a postal address. */
  | { kind: 'contact' | 'allow-calls' | 'always-allow-calls' | 'refuse-calls'; text: '' }
  /** `known`: what the business fills in already, by Meta's names. */
  | { kind: 'address'; text: ''; known: Readonly<Record<string, string>> }
