import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash } from 'lucide-react'
import { useId } from 'react'
import {
  CARD_BODY_LENGTH,
  CARD_BUTTONS_MAX,
  CARDS_MAX,
  CARDS_MIN,
  CODE_MINUTES_MAX,
  CODE_MINUTES_MIN,
  OFFER_TEXT_LENGTH,
} from '#core/template/lint/limits.ts'
import { IconButton } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'
import { inputLook } from '../../kit/field.tsx'
import { edit, showCard, useBuilder, useForm } from '../builder.ts'
import { BodyEditor } from '../editor/body-editor.tsx'
import { type Card, type CodeForm, newCard } from '../model/form.ts'
import { suggestSample } from '../model/suggest-sample.ts'
import { fieldsIn } from '../model/to-body.ts'
import { sampleAt } from '../model/places.ts'
import { ButtonsSection } from './buttons-section.tsx'
import { FileField } from './file-field.tsx'
import { Labelled } from './labelled.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { TextLine } from './text-line.tsx'

/** The cards of a carousel, one at a time. All have the same components, so that kinds change in all at once. */
export function CardsSection() {
  const { t } = useLingui()
  const { cards } = useForm()
  const at = useBuilder(({ card }) => card)
  const card = cards[at]
  const isFull = cards.length >= CARDS_MAX
  const change = (next: Partial<Card>, what?: string) =>
    edit(
      (form) => ({ ...form, cards: form.cards.map((each, index) => (index === at ? { ...each, ...next } : each)) }),
      what,
    )
  const add = () => {
    edit((form) => ({ ...form, cards: [...form.cards, newCard(form.cards[0])] }))
    showCard(cards.length)
  }
  if (!card) return null
  return (
    <Labelled label={t`Tarjetas`} count={cards.length} max={CARDS_MAX}>
      <div className="flex flex-wrap items-center gap-1" role="tablist" aria-label={t`Tarjetas`} data-place="carousel">
        {cards.map((each, index) => (
          <button
            key={each.key}
            type="button"
            role="tab"
            aria-selected={index === at}
            aria-controls="card-panel"
            id={`card-tab-${index}`}
            onClick={() => showCard(index)}
            className={cx(
              'flex h-7 min-w-8 items-center justify-center rounded-md px-2 text-sm font-medium tabular',
              index === at ? 'bg-selected text-accent' : 'text-text-2 hover:bg-hover hover:text-text',
            )}
          >
            <span className="sr-only">{t`Tarjeta`} </span>
            {index + 1}
          </button>
        ))}
        <IconButton label={t`Añadir tarjeta`} className="size-7!" isDisabled={isFull} onPress={add}>
          <Plus size={15} aria-hidden />
        </IconButton>
        <span className="flex-1" />
        <IconButton
          label={t`Quitar tarjeta`}
          className="size-7!"
          isDisabled={cards.length <= CARDS_MIN}
          onPress={() => edit((form) => ({ ...form, cards: form.cards.filter((_, index) => index !== at) }))}
        >
          <Trash size={14} aria-hidden />
        </IconButton>
      </div>
      <div
        id="card-panel"
        role="tabpanel"
        aria-labelledby={`card-tab-${at}`}
        className="flex flex-col gap-4 rounded-md border border-border p-3"
      >
        <Labelled label={t`Imagen o video`}>
          <Segmented
            label={t`Imagen o video de las tarjetas`}
            value={card.header.kind === 'video' ? 'video' : 'image'}
            choices={[
              { value: 'image', name: t`Imagen` },
              { value: 'video', name: t`Video` },
            ]}
            onChange={(kind) =>
              edit((form) => ({
                ...form,
                cards: form.cards.map((each) => ({ ...each, header: { kind, file: null } })),
              }))
            }
          />
          {'file' in card.header && (
            <FileField
              kind={card.header.kind}
              file={card.header.file}
              place={`carousel.${at}.header`}
              onChange={(file) => 'file' in card.header && change({ header: { ...card.header, file } })}
            />
          )}
        </Labelled>
        <BodyEditor
          place={`carousel.${at}.body`}
          text={card.body}
          max={CARD_BODY_LENGTH}
          label={t`Texto de la tarjeta`}
          minLines={2}
        />
        {fieldsIn(card.body).map((name) => (
          <Labelled key={name} label={t`Ejemplo de ${name}`} htmlFor={`card-${at}-${name}`}>
            <input
              id={`card-${at}-${name}`}
              data-place={sampleAt(`carousel.${at}.body`, name)}
              className={cx(inputLook, 'h-9.5')}
              value={card.samples[name] ?? ''}
              placeholder={suggestSample(card.body, name, 'es')}
              onChange={(event) =>
                change({ samples: { ...card.samples, [name]: event.target.value } }, `carousel.${at}.sample.${name}`)
              }
            />
          </Labelled>
        ))}
        <ButtonsSection
          within="card"
          buttons={card.buttons}
          placeBefore={`carousel.${at}.`}
          max={CARD_BUTTONS_MAX}
          onChange={(buttons, what) => change({ buttons }, what)}
        />
      </div>
    </Labelled>
  )
}

/** What says for how long an offer holds. */
export function OfferSection() {
  const { t } = useLingui()
  const { offer } = useForm()
  return (
    <div className="flex flex-col gap-2">
      <TextLine
        place="limited_time_offer"
        text={offer.text}
        label={t`Título de la oferta`}
        max={OFFER_TEXT_LENGTH}
        placeholder={t`Termina pronto`}
      />
      <Check
        label={t`Mostrar cuánto tiempo queda`}
        checked={offer.expires}
        onChange={(expires) => edit((form) => ({ ...form, offer: { ...form.offer, expires } }))}
      />
    </div>
  )
}

/** A code is said in Meta's words; these are the choices Meta leaves. */
export function CodeSection() {
  const { t } = useLingui()
  const { code } = useForm()
  const minutesId = useId()
  const change = (next: Partial<CodeForm>, what?: string) =>
    edit((form) => ({ ...form, code: { ...form.code, ...next } }), what)
  return (
    <div className="flex flex-col gap-4">
      <p className="rounded-md bg-chip px-3 py-2 text-sm text-text-2">
        <Trans>El texto de un código lo escribe Meta, en el idioma de la plantilla. Aquí se elige lo demás.</Trans>
      </p>
      <Check
        label={t`Pedir que no se comparta el código`}
        checked={code.warnsNotToShare}
        onChange={(warnsNotToShare) => change({ warnsNotToShare })}
      />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Check
          label={t`Decir cuándo caduca`}
          checked={code.minutes !== null}
          onChange={(isSaid) => change({ minutes: isSaid ? 10 : null })}
        />
        {code.minutes !== null && (
          <Labelled label={t`Minutos`} htmlFor={minutesId}>
            <input
              id={minutesId}
              type="number"
              data-place="footer"
              min={CODE_MINUTES_MIN}
              max={CODE_MINUTES_MAX}
              value={code.minutes}
              onChange={(event) => change({ minutes: Number(event.target.value) }, 'footer')}
              className={cx(inputLook, 'h-9.5 w-24! tabular')}
            />
          </Labelled>
        )}
      </div>
      <Labelled label={t`Cómo llega el código a la aplicación`}>
        <Segmented
          label={t`Cómo llega el código a la aplicación`}
          value={code.copying}
          place="buttons"
          choices={[
            { value: 'COPY_CODE', name: t`Se copia` },
            { value: 'ONE_TAP', name: t`Con un toque` },
            { value: 'ZERO_TAP', name: t`Sin tocar` },
          ]}
          onChange={(copying) => change({ copying })}
        />
      </Labelled>
      {code.copying !== 'COPY_CODE' && (
        <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
          <PlainField
            label={t`Paquete de la aplicación`}
            value={code.packageName}
            place="buttons.0"
            placeholder="mx.aurora.app"
            onChange={(packageName) => change({ packageName }, 'package')}
          />
          <PlainField
            label={t`Firma de la aplicación`}
            value={code.signatureHash}
            placeholder="K8a/AINcGX7"
            onChange={(signatureHash) => change({ signatureHash }, 'signature')}
          />
        </div>
      )}
    </div>
  )
}

type PlainProps = {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly place?: string
  readonly onChange: (value: string) => void
}

function PlainField({ label, value, placeholder, place, onChange }: PlainProps) {
  const id = useId()
  return (
    <Labelled label={label} htmlFor={id}>
      <input
        id={id}
        data-place={place}
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value.trim())}
        className={cx(inputLook, 'h-9.5 font-mono text-sm!')}
      />
    </Labelled>
  )
}

type CheckProps = { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void }

const Check = ({ label, checked, onChange }: CheckProps) => (
  <label className="flex min-h-8 items-center gap-2.5 text-sm">
    <input
      type="checkbox"
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      className="size-4.5 shrink-0 accent-accent"
    />
    {label}
  </label>
)
