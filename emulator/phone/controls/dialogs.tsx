import { type FormEvent, useState } from 'react'
import { addPhone, changeNumber } from '../state/operate.ts'
import { useApp, usePhone } from '../state/store.ts'
import { countryCodes, digitsOf, showNumber } from '../text/phone-number.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { DialogBox } from './dialog.tsx'
import { FaultsPanel } from './faults-panel.tsx'
import { GroupsPanel } from './groups-panel.tsx'
import { Choice, TextField } from './fields.tsx'
import { MetaPanel } from './meta-panel.tsx'
import { MorePanel } from './more-panel.tsx'

const close = () => useApp.setState({ dialog: null })

/** Meta's user numbers have 8 to 15 digits with the country's code (ITU-T E.164). */
const isWhole = (digits: string) => digits.length >= 8 && digits.length <= 15

export function Dialogs() {
  const words = useWords()
  const dialog = useApp((state) => state.dialog)
  switch (dialog) {
    case 'faults':
      return (
        <DialogBox key={dialog} title={words.faultsTitle}>
          <div className="flex flex-col gap-4">
            <FaultsPanel />
            <MetaPanel />
          </div>
        </DialogBox>
      )
    case 'more':
      return (
        <DialogBox key={dialog} title={words.more}>
          <div className="flex flex-col gap-4">
            <MorePanel glyphs />
            <hr className="border-border" />
            <GroupsPanel />
          </div>
        </DialogBox>
      )
    case 'new-phone':
      return (
        <DialogBox key={dialog} title={words.newPhone}>
          <NewPhoneForm />
        </DialogBox>
      )
    case 'change-number':
      return (
        <DialogBox key={dialog} title={words.changeNumber}>
          <ChangeNumberForm />
        </DialogBox>
      )
    case null:
      return null
  }
}

function NewPhoneForm() {
  const words = useWords()
  const language = useLanguage()
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const [username, setUsername] = useState('')
  const [country, setCountry] = useState('MX')
  const [checked, setChecked] = useState(false)
  const digits = digitsOf(number)
  const nameProblem = checked && name.trim() === '' ? words.nameMissing : null
  const numberProblem = checked && digits !== '' && !isWhole(digits) ? words.numberInvalid : null
  const regions = new Intl.DisplayNames(language, { type: 'region' })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (name.trim() === '' || (digits !== '' && !isWhole(digits))) return
    const handle = username.trim()
    const made = await addPhone({
      name: name.trim(),
      country,
      ...(digits === '' ? {} : { waId: digits }),
      ...(handle === '' ? {} : { username: handle }),
    })
    if (made) close()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3" noValidate>
      <TextField label={words.name} value={name} onChange={setName} problem={nameProblem} autoFocus />
      <Choice
        label={words.country}
        value={country}
        options={countryCodes.map((code) => [code, regions.of(code) ?? code])}
        onChange={setCountry}
      />
      <TextField
        label={`${words.number} (${words.optional})`}
        value={number}
        onChange={setNumber}
        hint={words.numberHint}
        problem={numberProblem}
        numeric
      />
      <TextField label={`${words.username} (${words.optional})`} value={username} onChange={setUsername} />
      <Submit>{words.createPhone}</Submit>
    </form>
  )
}

function ChangeNumberForm() {
  const words = useWords()
  const phone = usePhone()
  const number = useApp((state) => state.number)
  const [typed, setTyped] = useState('')
  const [checked, setChecked] = useState(false)
  if (phone === null || number === null) return null
  const digits = digitsOf(typed)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isWhole(digits) && (await changeNumber(phone.id, number, digits))) close()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3" noValidate>
      <p className="text-[13px]/5 text-text-2">
        {words.changeNumberHint} <span className="whitespace-nowrap tabular-nums">{showNumber(phone.waId)}</span>
      </p>
      <TextField
        label={words.newNumber}
        value={typed}
        onChange={setTyped}
        problem={checked && !isWhole(digits) ? words.numberInvalid : null}
        numeric
        autoFocus
      />
      <Submit>{words.save}</Submit>
    </form>
  )
}

const Submit = ({ children }: { children: string }) => (
  <button type="submit" className="min-h-9 rounded-[6px] bg-accent px-4 text-[14px] font-semibold text-on-accent">
    {children}
  </button>
)
