import { useLingui } from '@lingui/react/macro'
import { ChevronDown, Moon, Sun, User } from 'lucide-react'
import { useEffect, useState } from 'react'
import { displayName } from '#core/contact/contact.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Menu, MenuGroup, MenuItem } from '../../kit/menu.tsx'
import { isDark, usePreferences } from '../../kit/preferences.ts'
import { desk, useDesk } from '../../store/desk-store.ts'
import { loadList } from '../../store/loaders.ts'
import { useForm } from '../builder.ts'
import { Segmented } from '../../kit/segmented.tsx'
import { shownOf } from '../model/shown.ts'
import { type Device, PhonePreview } from './phone.tsx'
import type { usePreviewContact } from './use-preview-contact.ts'

type Props = { readonly company: string; readonly contact: ReturnType<typeof usePreviewContact> }
/** Nobody looks for a name in a longer menu. */
const CONTACTS_MAX = 8

/** The telephone, and whose it is: device, light, and the contact whose data is shown. */
export function PreviewColumn({ company, contact }: Props) {
  const { t } = useLingui()
  const form = useForm()
  const { theme } = usePreferences()
  useSomeContacts()
  const [device, setDevice] = useState<Device>('iphone')
  const [isNight, setNight] = useState<boolean | null>(null)
  const dark = isNight ?? isDark(theme)
  return (
    <section aria-label={t`Vista previa`} className="flex h-full min-h-0 flex-col">
      <header className="flex h-13 shrink-0 items-center justify-center gap-2 border-b border-border px-3">
        <Segmented
          small
          label={t`Teléfono`}
          value={device}
          choices={[
            { value: 'iphone', name: 'iPhone' },
            { value: 'android', name: 'Android' },
          ]}
          onChange={setDevice}
        />
        <IconButton label={dark ? t`Ver en claro` : t`Ver en oscuro`} onPress={() => setNight(!dark)}>
          {dark ? <Sun size={15} aria-hidden /> : <Moon size={15} aria-hidden />}
        </IconButton>
        <ChooseContact contact={contact} />
      </header>
      <div className="flex min-h-0 flex-1 items-center justify-center p-4">
        <PhonePreview shown={shownOf(form, contact.values)} device={device} dark={dark} company={company} />
      </div>
    </section>
  )
}

/** A preview without anybody to show it to says little: the newest conversations are read once. */
function useSomeContacts(): void {
  useEffect(() => {
    if (desk().contacts.size === 0) void loadList({ view: 'all', lineId: null, q: '' })
  }, [])
}

function ChooseContact({ contact }: Pick<Props, 'contact'>) {
  const { t } = useLingui()
  const contacts = useDesk((state) => state.contacts)
  const { reader, name, choose } = contact
  const shown = [...contacts.values()].filter((each) => each.name !== null).slice(0, CONTACTS_MAX)
  const words = name ?? (reader.kind === 'long' ? t`Nombre largo` : t`Ejemplos`)
  return (
    <Menu
      label={t`Con los datos de`}
      trigger={
        <Button size="sm" look="quiet" className="max-w-36 min-w-0" data-testid="preview-contact">
          <User size={13} className="shrink-0" aria-hidden />
          <span className="sr-only">{t`Con los datos de`} </span>
          <span className="truncate">{words}</span>
          <ChevronDown size={12} className="shrink-0" aria-hidden />
        </Button>
      }
    >
      <MenuGroup title={t`Con los datos de`}>
        <MenuItem
          text={t`Los ejemplos para Meta`}
          checked={reader.kind === 'samples'}
          onAction={() => choose({ kind: 'samples' })}
        />
        <MenuItem
          text={t`Un nombre largo`}
          checked={reader.kind === 'long'}
          onAction={() => choose({ kind: 'long' })}
        />
      </MenuGroup>
      {shown.length > 0 && (
        <MenuGroup title={t`Un contacto`}>
          {shown.map((each) => (
            <MenuItem
              key={each.contactId}
              text={displayName(each)}
              checked={reader.kind === 'contact' && reader.id === each.contactId}
              onAction={() => choose({ kind: 'contact', id: each.contactId })}
            />
          ))}
        </MenuGroup>
      )}
    </Menu>
  )
}
