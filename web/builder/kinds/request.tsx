import { BodyPart } from '../parts/body-part.tsx'
import type { KindProps } from './kind.ts'

type Props = KindProps<'location-request' | 'contact-request' | 'call-request'>

/** Asks for something that WhatsApp gives at one tap. */
export const RequestKind = ({ content, onChange }: Props) => (
  <BodyPart
    isOptional={content.kind === 'call-request'}
    value={content.body ?? ''}
    onChange={(body) => onChange({ ...content, body })}
  />
)
