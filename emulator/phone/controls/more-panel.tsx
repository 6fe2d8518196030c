import {
  Ban,
  EyeOff,
  Fingerprint,
  FlaskConical,
  KeyRound,
  Megaphone,
  MailX,
  Smartphone,
  UserRoundPlus,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { block, changeDevice, changePhone, changeUserId } from '../state/operate.ts'
import { sendFromAd } from '../state/samples.ts'
import { useApp, usePhone } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { ControlButton } from './control-button.tsx'

/** The less common things a customer can do: a list with glyphs in a dialog, bare buttons where they always stand open. */
export function MorePanel({ glyphs = false }: { glyphs?: boolean }) {
  const words = useWords()
  const phone = usePhone()
  const number = useApp((state) => state.number)
  if (phone === null || number === null) return <NewPhoneButton glyphs={glyphs} />
  const blocked = phone.blocked.includes(number)
  const size = { size: 16, 'aria-hidden': true } as const
  const glyph = (shape: ReactNode) => (glyphs ? { glyph: shape } : {})
  return (
    <div className={`grid gap-1.5 ${glyphs ? '' : 'grid-cols-2'}`}>
      <ControlButton
        testId="phone-hidden"
        {...glyph(<EyeOff {...size} />)}
        pressed={phone.hidden}
        onClick={() => void changePhone(phone.id, { hidden: !phone.hidden })}
      >
        {words.hideNumber}
      </ControlButton>
      <ControlButton
        testId="phone-block"
        {...glyph(<Ban {...size} />)}
        pressed={blocked}
        onClick={() => void block(phone.id, number, !blocked)}
      >
        {words.block}
      </ControlButton>
      <ControlButton
        testId="phone-capped"
        {...glyph(<MailX {...size} />)}
        pressed={phone.capped}
        onClick={() => void changePhone(phone.id, { capped: !phone.capped })}
      >
        {words.capped}
      </ControlButton>
      <ControlButton
        testId="phone-experiment"
        {...glyph(<FlaskConical {...size} />)}
        pressed={phone.experiment}
        onClick={() => void changePhone(phone.id, { experiment: !phone.experiment })}
      >
        {words.experiment}
      </ControlButton>
      <ControlButton
        testId="phone-change-number"
        {...glyph(<Smartphone {...size} />)}
        popup
        onClick={() => useApp.setState({ dialog: 'change-number' })}
      >
        {words.changeNumber}
      </ControlButton>
      <ControlButton {...glyph(<Fingerprint {...size} />)} onClick={() => void changeUserId(phone.id, number)}>
        {words.changeUserId}
      </ControlButton>
      <ControlButton {...glyph(<KeyRound {...size} />)} onClick={() => void changeDevice(phone.id, number)}>
        {words.changeDevice}
      </ControlButton>
      <ControlButton
        {...glyph(<Megaphone {...size} />)}
        onClick={() => {
          useApp.setState({ dialog: null })
          sendFromAd()
        }}
      >
        {words.fromAd}
      </ControlButton>
      <NewPhoneButton glyphs={glyphs} />
    </div>
  )
}

function NewPhoneButton({ glyphs }: { glyphs: boolean }) {
  const words = useWords()
  return (
    <ControlButton
      testId="phone-new"
      {...(glyphs ? { glyph: <UserRoundPlus size={16} aria-hidden="true" /> } : {})}
      popup
      onClick={() => useApp.setState({ dialog: 'new-phone' })}
    >
      {words.newPhone}
    </ControlButton>
  )
}
