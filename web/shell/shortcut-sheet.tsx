import { useLingui } from '@lingui/react/macro'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Keys } from '../kit/keys.tsx'
import { useMe } from '../session/session.ts'
import { openOverlay } from './overlay.ts'

export default function ShortcutSheet() {
  const { t } = useLingui()
  const me = useMe()
  const groups: readonly {
    readonly title: string
    readonly rows: readonly (readonly [keys: string, text: string])[]
  }[] = [
    {
      title: t`Moverse`,
      rows: [
        ['J', t`Conversación siguiente`],
        ['K', t`Conversación anterior`],
        ['O', t`Abrir o escribir`],
        ['U', t`Volver a la lista`],
        ['[', t`Conversación anterior de este contacto`],
        [']', t`Conversación siguiente de este contacto`],
        ['1 … 7', t`Vista por su orden`],
        ['G I', t`Ir a la bandeja`],
        ['G M', t`Ir a mías`],
        ['G U', t`Ir a sin asignar`],
        ['G T', t`Ir a las plantillas`],
      ],
    },
    {
      title: t`Actuar`,
      rows: [
        ['C', t`Nueva conversación`],
        ['R', t`Responder`],
        ['A', t`Tomar la conversación`],
        ['E', t`Resolver o reabrir`],
        ['shift+T', t`Elegir plantilla`],
        ['Z', t`Deshacer lo último`],
      ],
    },
    {
      title: t`Escribir`,
      rows: [
        ['↵', t`Enviar`],
        ['shift+↵', t`Línea nueva`],
        ['mod+↵', t`Enviar y resolver`],
        ['Esc', t`Salir del texto; el borrador queda`],
      ],
    },
    {
      title: t`Plantillas`,
      rows: [
        ['N', t`Nueva plantilla`],
        ['mod+Z', t`Deshacer`],
        ['mod+F8', t`Hallazgo siguiente`],
        ['mod+B', t`Negrita`],
        ['mod+I', t`Cursiva`],
      ],
    },
    {
      title: t`Ver`,
      rows: [
        ['mod+K', t`Buscar y hacer`],
        ['/', t`Buscar en la lista`],
        ['I', t`Datos del contacto`],
        ...(me.demo ? ([['mod+J', t`Teléfono del cliente`]] as const) : []),
        ['?', t`Esta hoja`],
      ],
    },
  ]
  return (
    <Dialog label={t`Atajos de teclado`} onClose={() => openOverlay(null)} width="lg">
      <div className="columns-2 gap-10 overflow-y-auto px-5 pt-2 pb-4 max-md:columns-1">
        {groups.map(({ title, rows }) => (
          <section key={title} className="mb-4 break-inside-avoid">
            <h3 className="pb-1.5 text-xs font-semibold text-text-3">{title}</h3>
            <dl>
              {rows.map(([keys, text]) => (
                <div key={keys} className="flex h-8 items-center justify-between gap-4 text-sm">
                  <dt>{text}</dt>
                  <dd>
                    <Keys of={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="flex justify-end border-t border-border px-5 py-3">
        <Button onPress={() => openOverlay(null)}>{t`Cerrar`}</Button>
      </div>
    </Dialog>
  )
}
