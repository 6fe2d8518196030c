import { useLingui } from '@lingui/react/macro'
import { ListChecks, MapPin, Mic, Plus, UserRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button as RacButton } from 'react-aria-components/Button'
import type { ConversationId } from '#core/account/account.ts'
import { IconButton } from '../kit/button.tsx'
import { Menu, MenuItem } from '../kit/menu.tsx'
import type { OutboxEntry } from '../outbox/entry.ts'

const ChoiceBuilder = lazy(() => import('./choice-builder.tsx'))
const LocationForm = lazy(() => import('./location-form.tsx'))
const ContactForm = lazy(() => import('./contact-form.tsx'))

type Props = {
  readonly id: ConversationId
  readonly replyTo: OutboxEntry['replyTo']
  readonly recording: boolean
  readonly onRecord: () => void
}

/** Everything that can be sent besides text and files. */
export function AddMenu({ id, replyTo, recording, onRecord }: Props) {
  const { t } = useLingui()
  const [form, setForm] = useState<'choice' | 'location' | 'contact' | null>(null)
  const close = () => setForm(null)
  return (
    <>
      <IconButton label={t`Grabar una nota de voz`} active={recording} onPress={onRecord}>
        <Mic size={18} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <Menu
        label={t`Añadir`}
        placement="top start"
        trigger={
          <RacButton
            aria-label={t`Añadir`}
            className="inline-flex size-8 items-center justify-center rounded-md text-text-2 transition-colors duration-90 hover:bg-hover hover:text-text"
          >
            <Plus size={18} strokeWidth={1.75} aria-hidden />
          </RacButton>
        }
      >
        <MenuItem
          text={t`Botones o lista de opciones`}
          icon={<ListChecks size={15} aria-hidden />}
          onAction={() => setForm('choice')}
        />
        <MenuItem text={t`Ubicación`} icon={<MapPin size={15} aria-hidden />} onAction={() => setForm('location')} />
        <MenuItem text={t`Contacto`} icon={<UserRound size={15} aria-hidden />} onAction={() => setForm('contact')} />
      </Menu>
      <Suspense>
        {form === 'choice' && <ChoiceBuilder id={id} replyTo={replyTo} onClose={close} />}
        {form === 'location' && <LocationForm id={id} replyTo={replyTo} onClose={close} />}
        {form === 'contact' && <ContactForm id={id} replyTo={replyTo} onClose={close} />}
      </Suspense>
    </>
  )
}
