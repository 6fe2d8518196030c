import { useLingui } from '@lingui/react/macro'
import {
  ClipboardList,
  ExternalLink,
  ListChecks,
  LocateFixed,
  MapPin,
  Mic,
  PhoneCall,
  Plus,
  ShoppingBag,
  UserRound,
  UserRoundSearch,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button as RacButton } from 'react-aria-components/Button'
import type { ConversationId } from '#core/account/account.ts'
import { IconButton } from '../kit/button.tsx'
import { Menu, MenuItem } from '../kit/menu.tsx'
import type { OutboxEntry } from '../outbox/entry.ts'
import type { RequestKind } from './request-form.tsx'

const ChoiceBuilder = lazy(() => import('./choice-builder.tsx'))
const LinkForm = lazy(() => import('./link-form.tsx'))
const ProductsForm = lazy(() => import('./products-form.tsx'))
const FormMessage = lazy(() => import('./form-message.tsx'))
const RequestForm = lazy(() => import('./request-form.tsx'))
const LocationForm = lazy(() => import('./location-form.tsx'))
const ContactForm = lazy(() => import('./contact-form.tsx'))

type Form = 'choice' | 'link' | 'products' | 'form' | 'location' | 'contact' | RequestKind

type Props = {
  readonly id: ConversationId
  readonly replyTo: OutboxEntry['replyTo']
  readonly recording: boolean
  readonly onRecord: () => void
}

/** Everything that can be sent besides text and files. */
export function AddMenu({ id, replyTo, recording, onRecord }: Props) {
  const { t } = useLingui()
  const [form, setForm] = useState<Form | null>(null)
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
        <MenuItem
          text={t`Enlace con botón`}
          icon={<ExternalLink size={15} aria-hidden />}
          onAction={() => setForm('link')}
        />
        <MenuItem
          text={t`Productos del catálogo`}
          icon={<ShoppingBag size={15} aria-hidden />}
          onAction={() => setForm('products')}
        />
        <MenuItem
          text={t`Formulario`}
          icon={<ClipboardList size={15} aria-hidden />}
          onAction={() => setForm('form')}
        />
        <MenuItem text={t`Ubicación`} icon={<MapPin size={15} aria-hidden />} onAction={() => setForm('location')} />
        <MenuItem text={t`Contacto`} icon={<UserRound size={15} aria-hidden />} onAction={() => setForm('contact')} />
        <MenuItem
          text={t`Pedir la ubicación`}
          icon={<LocateFixed size={15} aria-hidden />}
          onAction={() => setForm('location-request')}
        />
        <MenuItem
          text={t`Pedir el teléfono`}
          icon={<UserRoundSearch size={15} aria-hidden />}
          onAction={() => setForm('contact-request')}
        />
        <MenuItem
          text={t`Pedir permiso para llamar`}
          icon={<PhoneCall size={15} aria-hidden />}
          onAction={() => setForm('call-request')}
        />
      </Menu>
      <Suspense>
        {form === 'choice' && <ChoiceBuilder id={id} replyTo={replyTo} onClose={close} />}
        {form === 'location' && <LocationForm id={id} replyTo={replyTo} onClose={close} />}
        {form === 'contact' && <ContactForm id={id} replyTo={replyTo} onClose={close} />}
        {form === 'link' && <LinkForm id={id} replyTo={replyTo} onClose={close} />}
        {form === 'products' && <ProductsForm id={id} replyTo={replyTo} onClose={close} />}
        {form === 'form' && <FormMessage id={id} replyTo={replyTo} onClose={close} />}
        {form !== null && isRequest(form) && <RequestForm id={id} replyTo={replyTo} onClose={close} kind={form} />}
      </Suspense>
    </>
  )
}

const isRequest = (form: Form): form is RequestKind => form.endsWith('-request')
