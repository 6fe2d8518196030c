import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { Answer } from '#contract/client.ts'
import { call } from '../../api/api.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { shortDateTime } from '../../i18n/time-words.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { say } from '../../kit/toast.tsx'
import { edit, undo, useForm } from '../builder.ts'
import { changesOf } from '../model/changes.ts'
import { fromBody } from '../model/from-body.ts'
import { ChangesList } from './changes-list.tsx'

type Version = Answer<'listTemplateVersions'>['data'][number]
type Props = { readonly templateId: string; readonly onClose: () => void }

/** Every text Meta has had; each beside what is written now, and the way back to it. */
export function VersionsList({ templateId, onClose }: Props) {
  const { t } = useLingui()
  const form = useForm()
  const [versions, setVersions] = useState<readonly Version[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [open, setOpen] = useState<number | null>(null)
  useEffect(() => {
    void call('listTemplateVersions', { params: { id: templateId } }).then((result) => {
      if (!result.ok) return setProblem(result.error.detail)
      setVersions(result.value.data)
      setOpen((result.value.data.find(({ isApproved }) => isApproved) ?? result.value.data[0])?.version ?? null)
    })
  }, [templateId])
  if (problem) return <p className="py-6 text-center text-sm text-danger">{problem}</p>
  if (versions === null) return <span aria-hidden className="skeleton my-3 h-24 w-full" />
  if (versions.length === 0) {
    return (
      <p className="py-6 text-center text-sm text-text-2">
        <Trans>Meta todavía no ha tenido ningún texto.</Trans>
      </p>
    )
  }
  const restore = (version: Version) => {
    const old = fromBody(version.content)
    edit((now) => ({ ...old, name: now.name, language: now.language }))
    say(t`Se volvió al texto de la versión ${version.version}`, { label: t`Deshacer`, run: undo })
    onClose()
  }
  return (
    <ol className="flex flex-col" data-testid="versions">
      {versions.map((version) => {
        const isOpen = open === version.version
        return (
          <li key={version.version} className="border-b border-border py-2 last:border-0">
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => setOpen(isOpen ? null : version.version)}
              className="flex min-h-8 w-full items-center gap-2 text-left text-sm"
            >
              <span className="font-semibold">
                <Trans>Versión {version.version}</Trans>
              </span>
              {version.isApproved && (
                <Chip tone="success">
                  <Trans>Aprobada</Trans>
                </Chip>
              )}
              <span className="flex-1 text-right text-xs text-text-2 tabular">
                {shortDateTime(Date.parse(version.at), formatLocale())} · {version.by?.name ?? t`Meta`}
              </span>
            </button>
            {isOpen && (
              <div className="flex flex-col gap-3 pt-2 pb-1">
                <ChangesList changes={changesOf(fromBody(version.content), form)} />
                {changesOf(fromBody(version.content), form).length > 0 && (
                  <Button size="sm" className="self-start" onPress={() => restore(version)}>
                    <Trans>Volver a este texto</Trans>
                  </Button>
                )}
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}
