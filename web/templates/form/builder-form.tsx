import { Trans, useLingui } from '@lingui/react/macro'
import { LibraryBig } from 'lucide-react'
import { BODY_LENGTH, FOOTER_LENGTH, OFFER_BODY_LENGTH } from '#core/template/lint/limits.ts'
import { Button } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'
import { edit, useForm } from '../builder.ts'
import { BodyEditor } from '../editor/body-editor.tsx'
import { newButton, type Shape } from '../model/form.ts'
import { ButtonsSection } from './buttons-section.tsx'
import { FieldsTable } from './fields-table.tsx'
import { FrameSection } from './frame-section.tsx'
import { HeaderSection } from './header-section.tsx'
import { Labelled } from './labelled.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { CardsSection, CodeSection, OfferSection } from './special-sections.tsx'
import { TextLine } from './text-line.tsx'
import { TtlSection } from './ttl-section.tsx'

type Props = Parameters<typeof FrameSection>[0] & Parameters<typeof FieldsTable>[0]

/** The whole form of a template, in the order the customer reads it. */
export function BuilderForm({ locked, purpose, onPurpose, contact, onValue }: Props) {
  const form = useForm()
  const isFromLibrary = LIBRARY_FIELDS.some((field) => field in form.rest)
  return (
    <div className="flex flex-col gap-5 px-6 py-5 max-md:px-4">
      <FrameSection locked={locked} purpose={purpose} onPurpose={onPurpose} />
      {form.category === 'AUTHENTICATION' ? (
        <CodeSection />
      ) : (
        <>
          {(form.category === 'MARKETING' || form.shape !== 'plain') && <ShapeSection />}
          {isFromLibrary && <LibraryNote />}
          <div className={cx('flex flex-col gap-5', isFromLibrary && 'opacity-70')} inert={isFromLibrary}>
            <Parts />
          </div>
          <FieldsTable contact={contact} onValue={onValue} />
        </>
      )}
      <TtlSection />
    </div>
  )
}

/** What Meta's library adds to a template (cloud-api §3.1): while it is there, the text is Meta's. */
const LIBRARY_FIELDS = ['library_template_name', 'library_template_button_inputs']

function LibraryNote() {
  const { t } = useLingui()
  const own = () =>
    edit((form) => ({
      ...form,
      rest: Object.fromEntries(Object.entries(form.rest).filter(([field]) => !LIBRARY_FIELDS.includes(field))),
    }))
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-chip px-3 py-2 text-sm text-text-2">
      <LibraryBig size={15} className="shrink-0" aria-hidden />
      <span className="min-w-48 flex-1">
        <Trans>El texto es de la biblioteca de Meta: no se cambia, y se aprueba al presentarla.</Trans>
      </span>
      <Button size="sm" onPress={own}>{t`Cambiar el texto y pasar por revisión`}</Button>
    </div>
  )
}

function ShapeSection() {
  const { t } = useLingui()
  const { shape } = useForm()
  return (
    <Labelled label={t`Forma`}>
      <Segmented<Shape>
        label={t`Forma`}
        value={shape}
        choices={[
          { value: 'plain', name: t`Mensaje` },
          { value: 'carousel', name: t`Carrusel` },
          { value: 'offer', name: t`Oferta por tiempo limitado` },
        ]}
        onChange={(next) => edit((form) => shaped(form, next))}
      />
    </Labelled>
  )
}

/** An offer has a coupon and a page to open; nothing is taken away. */
const shaped = (form: ReturnType<typeof useForm>, shape: Shape) => ({
  ...form,
  shape,
  buttons: shape === 'offer' && form.buttons.length === 0 ? [newButton('COPY_CODE'), newButton('URL')] : form.buttons,
})

function Parts() {
  const { t } = useLingui()
  const form = useForm()
  const isOffer = form.shape === 'offer'
  const isCarousel = form.shape === 'carousel'
  return (
    <>
      {!isCarousel && <HeaderSection />}
      <BodyEditor place="body" text={form.body} max={isOffer ? OFFER_BODY_LENGTH : BODY_LENGTH} label={t`Mensaje`} />
      {isOffer && <OfferSection />}
      {!isOffer && (
        <TextLine
          place="footer"
          text={form.footer}
          label={t`Pie`}
          max={FOOTER_LENGTH}
          placeholder={t`Opcional: el nombre de la empresa, o cómo darse de baja`}
        />
      )}
      {isCarousel ? (
        <CardsSection />
      ) : (
        <ButtonsSection
          buttons={form.buttons}
          within={isOffer ? 'offer' : 'template'}
          onChange={(buttons, what) => edit((now) => ({ ...now, buttons }), what)}
        />
      )}
    </>
  )
}
