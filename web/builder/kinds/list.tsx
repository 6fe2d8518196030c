import { Trans, useLingui } from '@lingui/react/macro'
import {
  HEADER_LENGTH,
  LIST_BODY_LENGTH,
  LIST_BUTTON_LENGTH,
  LIST_ROW_DESCRIPTION_LENGTH,
  LIST_ROW_TITLE_LENGTH,
  LIST_ROWS_MAX,
  LIST_SECTION_TITLE_LENGTH,
  LIST_SECTIONS_MAX,
} from '#core/message/check/limits.ts'
import type { BuiltOf } from '../built.ts'
import { newRow } from '../blank.ts'
import { BodyPart } from '../parts/body-part.tsx'
import { FooterPart } from '../parts/footer-part.tsx'
import { Group, More, Remove, withAt } from '../parts/group.tsx'
import { Problem } from '../parts/problem.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'

type Section = BuiltOf<'list'>['sections'][number]

export function ListKind({ content, onChange }: KindProps<'list'>) {
  const { t } = useLingui()
  const { sections } = content
  const rows = sections.flatMap((section) => section.rows)
  const isFull = rows.length >= LIST_ROWS_MAX
  const put = (next: readonly Section[]) => onChange({ ...content, sections: next })
  const addSection = () => put([...sections, { title: '', rows: [newRow(rows)] }])
  return (
    <>
      <BodyPart max={LIST_BODY_LENGTH} value={content.body} onChange={(body) => onChange({ ...content, body })} />
      <TextPart
        field="button"
        label={t`Botón que abre la lista`}
        max={LIST_BUTTON_LENGTH}
        value={content.button}
        onChange={(button) => onChange({ ...content, button })}
      />
      {sections.map((section, at) => (
        <Group
          key={at}
          title={sections.length > 1 ? t`Sección ${at + 1}` : t`Opciones`}
          aside={at === 0 ? `${rows.length}/${LIST_ROWS_MAX}` : undefined}
        >
          {sections.length > 1 && (
            <div className="flex items-start gap-1.5">
              <TextPart
                className="flex-1"
                field={`sections.${at}.title`}
                label={t`Título de la sección`}
                max={LIST_SECTION_TITLE_LENGTH}
                value={section.title ?? ''}
                onChange={(title) => put(withAt(sections, at, { ...section, title }))}
              />
              <Remove label={t`Quitar la sección ${at + 1}`} onPress={() => put(withAt(sections, at, null))} />
            </div>
          )}
          <Rows
            {...{ section, at }}
            onChange={(next) => put(withAt(sections, at, { ...section, rows: next }))}
            isOnly={rows.length === 1}
          />
          <Problem field={`sections.${at}.rows`} />
          <More isFull={isFull} onPress={() => put(withAt(sections, at, grown(section, rows)))}>
            <Trans>Otra opción</Trans>
          </More>
        </Group>
      ))}
      <Problem field="rows" />
      <More isFull={isFull || sections.length >= LIST_SECTIONS_MAX} onPress={addSection}>
        <Trans>Otra sección</Trans>
      </More>
      <TextPart
        field="header"
        label={t`Encabezado (opcional)`}
        max={HEADER_LENGTH}
        value={content.header ?? ''}
        onChange={(header) => onChange({ ...content, header: header === '' ? null : header })}
      />
      <FooterPart value={content.footer} onChange={(footer) => onChange({ ...content, footer })} />
    </>
  )
}

const grown = (section: Section, rows: Section['rows']): Section => ({
  ...section,
  rows: [...section.rows, newRow(rows)],
})

type RowsProps = {
  readonly section: Section
  readonly at: number
  readonly isOnly: boolean
  readonly onChange: (rows: Section['rows']) => void
}

function Rows({ section: { rows }, at, isOnly, onChange }: RowsProps) {
  const { t } = useLingui()
  return rows.map((row, index) => {
    const field = `sections.${at}.rows.${index}`
    return (
      <div key={row.id} className="flex items-start gap-1.5">
        <div className="flex min-w-0 flex-1 items-start gap-1.5 max-md:flex-col max-md:*:w-full">
          <TextPart
            className="flex-[3]"
            field={`${field}.title`}
            label={t`Opción ${index + 1}`}
            max={LIST_ROW_TITLE_LENGTH}
            value={row.title}
            onChange={(title) => onChange(withAt(rows, index, { ...row, title }))}
          />
          <TextPart
            className="flex-[4]"
            field={`${field}.description`}
            label={t`Descripción`}
            max={LIST_ROW_DESCRIPTION_LENGTH}
            value={row.description ?? ''}
            onChange={(text) => onChange(withAt(rows, index, { ...row, description: text === '' ? null : text }))}
          />
        </div>
        <Remove
          label={t`Quitar opción ${index + 1}`}
          isDisabled={isOnly}
          onPress={() => onChange(withAt(rows, index, null))}
        />
      </div>
    )
  })
}
