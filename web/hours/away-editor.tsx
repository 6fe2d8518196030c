import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarClock } from 'lucide-react'
import { useRef, useState } from 'react'
import { type Language, LANGUAGES } from '#base/language.ts'
import { type Away, awayContent, type AwayText, OPENS } from '#core/opening-hours/away.ts'
import type { OpeningHours } from '#core/opening-hours/opening-hours.ts'
import { useNow } from '../feed/clock.ts'
import { Button } from '../kit/button.tsx'
import { inputLook } from '../kit/field.tsx'
import { Segmented } from '../kit/segmented.tsx'

type Props = {
  readonly away: Away | null
  readonly hours: OpeningHours
  readonly onChange: (away: Away | null) => void
}

/** What it begins with, in each language. */
const FIRST: Readonly<Record<Language, string>> = {
  es: `¡Gracias por escribirnos! En este momento no estamos. Abrimos ${OPENS} y le responderemos entonces.`,
  en: `Thank you for writing! We are away right now. We open ${OPENS} and will answer you then.`,
  'pt-BR': `Obrigado por nos escrever! No momento não estamos. Abrimos ${OPENS} e responderemos então.`,
}
const FIRST_AWAY: Away = {
  texts: {
    es: { body: FIRST.es, buttons: [] },
    en: { body: FIRST.en, buttons: [] },
    'pt-BR': { body: FIRST['pt-BR'], buttons: [] },
  },
}
const NOTHING: AwayText = { body: '', buttons: [] }
/** WhatsApp's own limits are told by the server; these only keep the fields handy. */
const BUTTONS = [0, 1, 2] as const
const BUTTON_LENGTH = 20

/** What people are told while it is closed, in each language, and how it looks on their phone. */
export function AwayEditor({ away, hours, onChange }: Props) {
  const { t } = useLingui()
  const [language, setLanguage] = useState<Language>('es')
  const field = useRef<HTMLTextAreaElement>(null)
  const names: Readonly<Record<Language, string>> = { es: t`Español`, en: t`Inglés`, 'pt-BR': t`Portugués` }
  const text = away?.texts[language] ?? NOTHING
  const set = (change: Partial<AwayText>) => {
    if (away === null) return
    const next = { ...text, ...change }
    const isEmpty = next.body.trim() === '' && next.buttons.every((title) => title.trim() === '')
    onChange({ texts: { ...away.texts, [language]: isEmpty ? null : next } })
  }
  const insert = () => {
    const at = field.current?.selectionStart ?? text.body.length
    set({ body: text.body.slice(0, at) + OPENS + text.body.slice(field.current?.selectionEnd ?? at) })
    field.current?.focus()
  }
  return (
    <div className="flex flex-col gap-4 px-5 py-4 max-md:px-4">
      <label className="flex items-center gap-2.5 text-sm font-medium max-md:min-h-11">
        <input
          type="checkbox"
          role="switch"
          checked={away !== null}
          onChange={() => onChange(away === null ? FIRST_AWAY : null)}
          className="size-4 accent-accent"
          data-testid="away-switch"
        />
        <Trans>Avisar a quien escribe fuera del horario</Trans>
      </label>
      {away && (
        <div className="grid grid-cols-[minmax(0,1fr)_17rem] gap-5 max-lg:grid-cols-1">
          <div className="flex min-w-0 flex-col gap-3">
            <Segmented
              label={t`Idioma del mensaje`}
              value={language}
              choices={LANGUAGES.map((value) => ({
                value,
                name: away.texts[value] === null ? t`${names[value]} (vacío)` : names[value],
              }))}
              onChange={setLanguage}
              small
            />
            <textarea
              ref={field}
              aria-label={t`Mensaje de ausencia en ${names[language]}`}
              value={text.body}
              rows={4}
              maxLength={1024}
              lang={language}
              onChange={(event) => set({ body: event.target.value })}
              className={`${inputLook} resize-y py-2`}
              data-testid="away-text"
            />
            <Button onPress={insert} size="sm" className="self-start max-md:h-11">
              <CalendarClock size={14} aria-hidden />
              <Trans>Cuándo abre</Trans>
            </Button>
            <fieldset>
              <legend className="pb-1 text-xs font-semibold text-text-2">
                <Trans>Respuestas para tocar, si se quiere</Trans>
              </legend>
              <div className="grid grid-cols-3 gap-2 max-md:grid-cols-1">
                {BUTTONS.filter((place) => place <= text.buttons.length).map((place) => (
                  <input
                    key={place}
                    aria-label={t`Respuesta ${place + 1}`}
                    value={text.buttons[place] ?? ''}
                    maxLength={BUTTON_LENGTH}
                    placeholder={t`Respuesta ${place + 1}`}
                    onChange={(event) => set({ buttons: withButton(text.buttons, place, event.target.value) })}
                    className={`${inputLook} h-9 max-md:h-11`}
                  />
                ))}
              </div>
            </fieldset>
          </div>
          <Preview away={away} hours={hours} language={language} />
        </div>
      )}
    </div>
  )
}

const withButton = (buttons: readonly string[], place: number, title: string): readonly string[] =>
  [...buttons.slice(0, place), title, ...buttons.slice(place + 1)].filter((each) => each !== '')

/** As it would leave at this moment, were it closed. */
function Preview({ away, hours, language }: { away: Away; hours: OpeningHours; language: Language }) {
  const now = useNow()
  const content = awayContent(away, hours, { person: language, company: language }, now)
  const isButtons = content?.kind === 'buttons'
  const body = isButtons ? content.body : content?.kind === 'text' ? content.text : ''
  return (
    <figure className="flex min-w-0 flex-col gap-1.5">
      <figcaption className="text-xs font-semibold text-text-2">
        <Trans>Así le llega</Trans>
      </figcaption>
      <div className="rounded-md bg-chip p-3">
        <p className="rounded-xl rounded-tl-xs bg-bubble-in px-3 py-2 text-msg whitespace-pre-wrap text-text shadow-1 [overflow-wrap:anywhere]">
          {body}
        </p>
        {isButtons &&
          content.buttons.map(({ id, title }) => (
            <p
              key={id}
              className="mt-1 rounded-xl bg-bubble-in px-3 py-2 text-center text-sm font-semibold text-accent shadow-1"
            >
              {title}
            </p>
          ))}
      </div>
    </figure>
  )
}
