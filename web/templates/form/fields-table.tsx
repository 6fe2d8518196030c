import { Trans, useLingui } from '@lingui/react/macro'
import { Sparkles } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { bracesIn } from '#core/template/lint/places.ts'
import { fieldNamesIn } from '#core/template/read.ts'
import { Button } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'
import { edit, useForm } from '../builder.ts'
import { withFieldName, withNames } from '../model/fields.ts'
import { sampleAt } from '../model/places.ts'
import { suggestSample, withSamples } from '../model/suggest-sample.ts'
import { fieldsIn } from '../model/to-body.ts'
import { Segmented } from '../../kit/segmented.tsx'

type Props = {
  /** The contact in the preview, and what its fields hold, by key. */
  readonly contact: { readonly name: string; readonly values: Readonly<Record<string, string>> } | null
  readonly onValue: (key: string, value: string) => void
}

/** Every field with its example for Meta, and what the contact in the preview would read. */
export function FieldsTable({ contact, onValue }: Props) {
  const { t } = useLingui()
  const form = useForm()
  const { header } = form
  const headerField = header.kind === 'text' ? fieldNamesIn(header.text)[0] : undefined
  const body = fieldsIn(form.body)
  if (headerField === undefined && body.length === 0) return null
  const isMissing =
    body.some((name) => !form.samples[name]) || (headerField && header.kind === 'text' && !header.sample)
  return (
    <section aria-labelledby="fields" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="fields" className="text-xs font-semibold text-text-2">
          <Trans>Campos y ejemplos</Trans>
        </h3>
        <div className="flex items-center gap-2">
          {isMissing && (
            <Button size="sm" data-testid="suggest-samples" onPress={() => edit(withSamples)}>
              <Sparkles size={12} aria-hidden />
              <Trans>Proponer ejemplos</Trans>
            </Button>
          )}
          <Segmented
            small
            label={t`Cómo se llaman los campos`}
            value={form.isNamed ? 'names' : 'numbers'}
            choices={[
              { value: 'numbers', name: t`Números` },
              { value: 'names', name: t`Nombres` },
            ]}
            onChange={(value) => edit((now) => withNames(now, value === 'names'))}
          />
        </div>
      </div>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="text-left text-xs text-text-2">
              <th className="pr-3 pb-1.5 font-medium">
                <Trans>Campo</Trans>
              </th>
              <th className="pr-3 pb-1.5 font-medium">
                <Trans>Ejemplo para Meta</Trans>
              </th>
              {contact && <th className="max-w-40 truncate pb-1.5 font-medium">{contact.name}</th>}
            </tr>
          </thead>
          <tbody>
            {headerField !== undefined && header.kind === 'text' && (
              <Row
                chip={<Chip name={headerField} where={t`encabezado`} />}
                label={t`Ejemplo del encabezado`}
                place={sampleAt('header', headerField)}
                sample={header.sample}
                suggestion={suggestSample(header.text, headerField, form.language)}
                onSample={(sample) =>
                  edit((now) => ({ ...now, header: { ...header, sample } }), sampleAt('header', headerField))
                }
                value={contact?.values[`header.${headerField}`]}
                onValue={contact && ((value) => onValue(`header.${headerField}`, value))}
              />
            )}
            {body.map((name) => (
              <Row
                key={name}
                chip={
                  form.isNamed ? <NameField name={name} /> : <Chip name={name} where={wordsAround(form.body, name)} />
                }
                label={t`Ejemplo de ${name}`}
                place={sampleAt('body', name)}
                sample={form.samples[name] ?? ''}
                suggestion={suggestSample(form.body, name, form.language)}
                onSample={(sample) =>
                  edit((now) => ({ ...now, samples: { ...now.samples, [name]: sample } }), sampleAt('body', name))
                }
                value={contact?.values[name]}
                onValue={contact && ((value) => onValue(name, value))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type RowProps = {
  readonly chip: ReactNode
  readonly label: string
  readonly place: string
  readonly sample: string
  readonly suggestion: string
  readonly onSample: (sample: string) => void
  readonly value: string | undefined
  readonly onValue: ((value: string) => void) | null
}

const CELL_INPUT =
  'h-8 w-full min-w-28 rounded-sm border border-transparent bg-transparent px-2 -ml-2 text-sm outline-none hover:border-border focus:border-focus focus:bg-surface focus:ring-1 focus:ring-focus'

const Row = ({ chip, label, place, sample, suggestion, onSample, value, onValue }: RowProps) => (
  <tr className="border-t border-border">
    <td className="py-1 pr-3 align-middle">{chip}</td>
    <td className="py-1 pr-3">
      <input
        aria-label={label}
        data-place={place}
        data-testid="sample"
        value={sample}
        placeholder={suggestion}
        dir="auto"
        className={cx(CELL_INPUT, sample === '' && 'border-dashed border-warn! hover:border-warn')}
        onChange={(event) => onSample(event.target.value)}
      />
    </td>
    {onValue && (
      <td className="py-1">
        <input
          aria-label={`${label} · vista previa`}
          value={value ?? ''}
          placeholder={sample || suggestion}
          dir="auto"
          className={CELL_INPUT}
          onChange={(event) => onValue(event.target.value)}
        />
      </td>
    )}
  </tr>
)

const Chip = ({ name, where }: { readonly name: string; readonly where: string | null }) => (
  <span className="flex min-w-0 items-center gap-2">
    <span className="rounded-sm bg-selected px-1.5 py-0.5 font-medium whitespace-nowrap text-accent">{name}</span>
    {where && <span className="max-w-36 truncate text-xs text-text-3">{where}</span>}
  </span>
)

/** The name of a field, to be changed in place: in the text and here at once. */
function NameField({ name }: { readonly name: string }) {
  const { t } = useLingui()
  const [draft, setDraft] = useState<string | null>(null)
  const settle = () => {
    if (draft !== null) edit((form) => withFieldName(form, name, draft))
    setDraft(null)
  }
  return (
    <input
      aria-label={t`Nombre del campo ${name}`}
      value={draft ?? name}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
        if (event.key === 'Escape') setDraft(null)
      }}
      className="h-7 w-32 rounded-sm border border-transparent bg-selected px-1.5 font-medium text-accent outline-none focus:border-focus focus:ring-1 focus:ring-focus"
    />
  )
}

/** The two words before a field: what it is, for somebody who sees only its number. */
function wordsAround(text: string, name: string): string | null {
  const place = bracesIn(text).find((each) => each.name === name)
  const before = text
    .slice(0, place?.start)
    .split(/[\n{}]/)
    .at(-1)
    ?.trim()
    .split(/\s+/)
    .slice(-2)
    .join(' ')
  return before ? `…${before}` : null
}
