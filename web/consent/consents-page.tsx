import { Trans, useLingui } from '@lingui/react/macro'
import { CloudOff, FileUp, LockKeyhole, NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { CONSENT_CHANGES, MEANS, PURPOSES } from '#core/consent/consent.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { Notice } from '../kit/notice.tsx'
import { inputLook } from '../kit/field.tsx'
import { ListSkeleton } from '../inbox/list-skeleton.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { useMe } from '../session/session.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { EntryRow } from './entry-row.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { TextsDialog } from './texts-dialog.tsx'
import { type ConsentFilter, useConsents } from './use-consents.ts'
import { Verification } from './verification.tsx'
import { useConsentWords } from './words.ts'

/** The consent ledger of the company: what everybody said, and whether it is still as it was written. */
export function ConsentsPage() {
  const { t } = useLingui()
  const me = useMe()
  if (!me.permissions.includes('consent:manage')) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice icon={<LockKeyhole size={20} aria-hidden />} title={t`Solo para supervisores y administradores`}>
          {t`Aquí se ve qué dijo cada persona sobre recibir mensajes.`}
        </Notice>
      </div>
    )
  }
  return (
    <SettingsFrame>
      <Ledger />
    </SettingsFrame>
  )
}

function Ledger() {
  const { t } = useLingui()
  const words = useConsentWords()
  const [filter, setFilter] = useState<ConsentFilter>({})
  const [importing, setImporting] = useState(false)
  const [writing, setWriting] = useState(false)
  const { list, reload, more } = useConsents(filter)
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <header className="flex flex-wrap items-start gap-3 pb-5">
        <div className="min-w-60 flex-1">
          <PageHeading>{t`Consentimientos`}</PageHeading>
          <p className="text-sm text-text-2">
            <Trans>Qué dijo cada persona sobre recibir mensajes, cuándo y cómo. Nada de esto se puede cambiar.</Trans>
          </p>
        </div>
        <Button onPress={() => setWriting(true)}>
          <NotebookPen size={15} aria-hidden />
          <Trans>Textos e invitaciones</Trans>
        </Button>
        <Button onPress={() => setImporting(true)}>
          <FileUp size={15} aria-hidden />
          <Trans>Importar</Trans>
        </Button>
      </header>
      <Verification />
      <section className="overflow-hidden rounded-lg border border-border bg-surface">
        <div className="flex flex-wrap gap-2 border-b border-border px-3 py-2">
          <Choice
            label={t`Finalidad`}
            options={PURPOSES}
            nameOf={words.purpose}
            onChoose={(purpose) => setFilter(with_(filter, { purpose }))}
          />
          <Choice
            label={t`Estado`}
            options={CONSENT_CHANGES}
            nameOf={words.change}
            onChoose={(change) => setFilter(with_(filter, { change }))}
          />
          <Choice
            label={t`Medio`}
            options={MEANS}
            nameOf={words.means}
            onChoose={(means) => setFilter(with_(filter, { means }))}
          />
        </div>
        {list.state === 'failed' ? (
          <Notice icon={<CloudOff size={20} aria-hidden />} title={t`No se pudieron cargar los consentimientos`}>
            <Button onPress={() => void reload()}>
              <Trans>Reintentar</Trans>
            </Button>
          </Notice>
        ) : list.state === 'loading' && list.entries.length === 0 ? (
          <ListSkeleton rows={5} />
        ) : list.entries.length === 0 ? (
          <Notice
            icon={<NotebookPen size={20} aria-hidden />}
            title={isFiltered ? t`Nada con estos filtros` : t`El libro está vacío`}
          >
            {isFiltered
              ? t`Pruebe con otra finalidad, otro estado u otro medio.`
              : t`Se llena solo cuando las personas escriben, dicen BAJA o ALTA, o al importar un archivo.`}
          </Notice>
        ) : (
          <ul>
            {list.entries.map((entry) => (
              <EntryRow key={entry.number} entry={entry} withName />
            ))}
          </ul>
        )}
        {list.next !== null && (
          <div className="flex justify-center border-t border-border py-2">
            <Button look="quiet" size="sm" onPress={() => void more()}>
              <Trans>Ver más</Trans>
            </Button>
          </div>
        )}
      </section>
      {writing && <TextsDialog onClose={() => setWriting(false)} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} onDone={() => void reload()} />}
    </>
  )
}

const with_ = (
  filter: ConsentFilter,
  about: { readonly [Name in keyof ConsentFilter]: ConsentFilter[Name] | undefined },
) => ({ ...filter, ...about }) as ConsentFilter

type ChoiceProps<Option extends string> = {
  readonly label: string
  readonly options: readonly Option[]
  readonly nameOf: (option: Option) => string
  readonly onChoose: (option: Option | undefined) => void
}

function Choice<Option extends string>({ label, options, nameOf, onChoose }: ChoiceProps<Option>) {
  return (
    <select
      aria-label={label}
      defaultValue=""
      onChange={(event) => onChoose(options.find((option) => option === event.target.value))}
      className={cx(inputLook, 'h-8 w-auto! min-w-0 text-sm! max-md:h-11 max-md:flex-1')}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {nameOf(option)}
        </option>
      ))}
    </select>
  )
}
