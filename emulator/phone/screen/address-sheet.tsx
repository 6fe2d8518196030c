import type { FormEvent } from 'react'
import { sendAddress } from '../state/answers.ts'
import { useApp, usePhone } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { FormField } from './form-field.tsx'
import { Sheet } from './sheet.tsx'

/** What Meta’s form asks for (Cloud API, Address messages [K]); the rest of its fields may be left out. */
const FIELDS = ['name', 'phone_number', 'address', 'in_pin_code', 'city', 'state'] as const
const NEEDED: readonly string[] = ['name', 'address', 'in_pin_code', 'city']

/** A postal address, filled in by hand; what the business knows already stands there. */
export function AddressSheet({ wamid, known }: { wamid: string; known: Readonly<Record<string, string>> }) {
  const words = useWords()
  const phone = usePhone()
  const begun: Readonly<Record<string, string>> = {
    name: phone?.name ?? '',
    phone_number: `+${phone?.waId ?? ''}`,
    ...known,
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    const values = FIELDS.map((name) => [name, String(entered.get(name) ?? '').trim()] as const)
    useApp.setState({ sheet: null })
    sendAddress(wamid, Object.fromEntries(values.filter(([, value]) => value !== '')))
  }
  return (
    <Sheet title={words.giveAddress}>
      <form onSubmit={submit} className="flex flex-col gap-3 pb-1">
        {FIELDS.map((name) => (
          <FormField
            key={name}
            start={begun[name] ?? ''}
            field={{
              kind: 'field',
              name,
              label: words.addressFields[name],
              input: 'text',
              isRequired: NEEDED.includes(name),
              options: [],
            }}
          />
        ))}
        <button type="submit" className="mt-1 h-10 w-full rounded-full bg-wa-accent font-semibold text-white">
          {words.send}
        </button>
      </form>
    </Sheet>
  )
}
