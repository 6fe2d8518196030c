import { Ban, EyeOff, Fingerprint, Megaphone, Smartphone, UserRoundPlus } from 'lucide-react'
import { block, changePhone, changeUserId } from '../state/operate.ts'
import { sendFromAd } from '../state/samples.ts'
import { useApp, usePhone } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { ControlButton } from './control-bar.tsx'

/** The less common things a customer can do. */
export function MorePanel({ withNewPhone = true }: { withNewPhone?: boolean }) {
  const words = useWords()
  const phone = usePhone()
  const number = useApp((state) => state.number)
  const glyph = { size: 15, 'aria-hidden': true } as const
  if (phone === null || number === null) return <NewPhoneButton />
  const blocked = phone.blocked.includes(number)
  return (
    <div className="grid grid-cols-2 gap-1.5">
      <ControlButton
        testId="phone-hidden"
        glyph={<EyeOff {...glyph} />}
        pressed={phone.hidden}
        onClick={() => void changePhone(phone.id, { hidden: !phone.hidden })}
      >
        {words.hideNumber}
      </ControlButton>
      <ControlButton
        testId="phone-block"
        glyph={<Ban {...glyph} />}
        pressed={blocked}
        onClick={() => void block(phone.id, number, !blocked)}
      >
        {blocked ? words.blocked : words.block}
      </ControlButton>
      <ControlButton
        glyph={<Smartphone {...glyph} />}
        popup
        onClick={() => useApp.setState({ dialog: 'change-number' })}
      >
        {words.changeNumber}
      </ControlButton>
      <ControlButton glyph={<Fingerprint {...glyph} />} onClick={() => void changeUserId(phone.id, number)}>
        {words.changeUserId}
      </ControlButton>
      <ControlButton
        glyph={<Megaphone {...glyph} />}
        onClick={() => {
          useApp.setState({ dialog: null })
          sendFromAd()
        }}
      >
        {words.fromAd}
      </ControlButton>
      {withNewPhone && <NewPhoneButton />}
    </div>
  )
}

export function NewPhoneButton() {
  const words = useWords()
  return (
    <ControlButton
      testId="phone-new"
      glyph={<UserRoundPlus size={15} aria-hidden="true" />}
      popup
      onClick={() => useApp.setState({ dialog: 'new-phone' })}
    >
      {words.newPhone}
    </ControlButton>
  )
}
