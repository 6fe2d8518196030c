import fc from 'fast-check'
import { LINE } from './test-world.ts'
import { ODD, type OddPlace } from './test-odd.ts'

/** A body that mixes odd things, and the marks that must be found again. */
export type Mixture = { readonly body: unknown; readonly marks: readonly string[] }

const PEOPLE = [
  { profile: { name: 'Lucía' }, wa_id: '5215512345678' },
  { profile: null, user_id: 'MX.13491208655302741918' },
  { wa_id: 5_215_500_000_001, profile: { name: 7 } },
  null,
]

type Draw = { readonly which: number; readonly mark: string }

/** Some of everything odd, in changes of up to five parts each, of our account, of another, and of an unknown number. */
export const mixtures: fc.Arbitrary<Mixture> = fc
  .record({
    draws: fc.array(fc.nat(ODD.length - 1), { minLength: 1, maxLength: 14 }),
    parts: fc.integer({ min: 1, max: 5 }),
    people: fc.shuffledSubarray(PEOPLE),
    isForeign: fc.boolean(),
    seed: fc.integer({ min: 0, max: 0xffff_ffff }),
  })
  .map(({ draws, parts, people, isForeign, seed }) => {
    const marked = draws.map((which, at) => ({ which, mark: `mark-${seed.toString(16)}-${at}-` }))
    const of = (...places: OddPlace[]) => marked.filter(({ which }) => places.includes(ODD[which]?.place ?? 'entry'))
    const made = (each: Draw): unknown => ODD[each.which]?.make(each.mark)
    const inValues = of('messages', 'statuses', 'errors', 'beside')
    const values = Array.from({ length: Math.ceil(inValues.length / parts) }, (_, at) =>
      valueOf(inValues.slice(at * parts, (at + 1) * parts), made, people, isForeign && at === 1),
    )
    const changes = [...values.map((value) => ({ field: 'messages', value })), ...of('change').map(made)]
    const entry = [
      { id: LINE.groupKey, time: 1_793_000_000, changes, unknown: { deep: [null] } },
      { id: '999000999000999', changes: [] },
      ...of('entry').map(made),
    ]
    return { body: { object: 'whatsapp_business_account', entry }, marks: marked.map(({ mark }) => mark) }
  })

function valueOf(draws: readonly Draw[], made: (each: Draw) => unknown, people: unknown, isForeign: boolean): object {
  const list = (place: OddPlace) => {
    const items = draws.filter(({ which }) => ODD[which]?.place === place).map(made)
    return items.length === 0 ? {} : { [place]: items }
  }
  const beside = draws.filter(({ which }) => ODD[which]?.place === 'beside').map(made)
  return Object.assign(
    { messaging_product: 'whatsapp', metadata: { phone_number_id: isForeign ? '555' : LINE.key }, contacts: people },
    list('messages'),
    list('statuses'),
    list('errors'),
    ...beside,
  )
}
