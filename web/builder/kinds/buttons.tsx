import { Trans, useLingui } from '@lingui/react/macro'
import { BUTTON_TITLE_LENGTH, BUTTONS_MAX } from '#core/message/check/limits.ts'
import { newButton } from '../blank.ts'
import { BodyPart } from '../parts/body-part.tsx'
import { FooterPart } from '../parts/footer-part.tsx'
import { Group, More, Remove, withAt } from '../parts/group.tsx'
import { HeaderPart } from '../parts/header-part.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'

export function ButtonsKind({ content, onChange }: KindProps<'buttons'>) {
  const { t } = useLingui()
  const { buttons } = content
  const put = (next: typeof buttons) => onChange({ ...content, buttons: next })
  return (
    <>
      <BodyPart value={content.body} onChange={(body) => onChange({ ...content, body })} />
      <Group title={t`Botones`} aside={`${buttons.length}/${BUTTONS_MAX}`}>
        {buttons.map((button, index) => (
          <div key={button.id} className="flex items-start gap-1.5">
            <TextPart
              className="flex-1"
              field={`buttons.${index}.title`}
              label={t`Botón ${index + 1}`}
              max={BUTTON_TITLE_LENGTH}
              value={button.title}
              onChange={(title) => put(withAt(buttons, index, { ...button, title }))}
            />
            <Remove
              label={t`Quitar el botón ${index + 1}`}
              isDisabled={buttons.length === 1}
              onPress={() => put(withAt(buttons, index, null))}
            />
          </div>
        ))}
        <More isFull={buttons.length >= BUTTONS_MAX} onPress={() => put([...buttons, newButton(buttons)])}>
          <Trans>Otro botón</Trans>
        </More>
      </Group>
      <HeaderPart value={content.header} onChange={(header) => onChange({ ...content, header })} />
      <FooterPart value={content.footer} onChange={(footer) => onChange({ ...content, footer })} />
    </>
  )
}
