import type { IdentityDocument } from '../../schema/rules/identity-document.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import type { Phone } from '../../schema/rules/phone.js'
import type { Keyring } from '../secrets/keyring.js'
import { personalIdNumber, personalPhone } from '../secrets/personal-value.js'

const table = 'person'

/** The columns of a person's identity document. */
export function documentColumns(keyring: Keyring, row: string, { kind, number }: IdentityDocument) {
  const { sealed, index, masked } = personalIdNumber(keyring, number, { table, column: 'id_number_sealed', row })
  return { idKind: kind, idNumberSealed: sealed, idNumberIndex: index, idNumberMasked: masked }
}

/** The columns of a person's phone number. */
export function phoneColumns(keyring: Keyring, row: string, phone: Phone) {
  const { sealed, index, masked } = personalPhone(keyring, phone, { table, column: 'phone_sealed', row })
  return { phoneSealed: sealed, phoneIndex: index, phoneMasked: masked }
}

/** The column of a person's date of birth. */
export function birthDateColumns(keyring: Keyring, row: string, birthDate: LocalDate | null) {
  const place = { table, column: 'birth_date_sealed', row }
  return { birthDateSealed: birthDate && keyring.seal('personal', birthDate, place) }
}
