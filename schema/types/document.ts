import 'reflect-metadata'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { DocumentPurpose, DocumentState, ScanState } from '../enums.js'
import { DocumentPurposeEnum, DocumentStateEnum, ScanStateEnum } from './enums.js'
import { Node } from './node.js'
import { DateTime } from './scalars.js'
import { UserError } from './user-error.js'

@ObjectType({ implements: Node, description: 'A file that was uploaded, or is about to be.' })
export class Document extends Node {
  @Field(() => DocumentPurposeEnum)
  purpose!: DocumentPurpose

  @Field(() => String, { description: 'Its name, without folders and signs that don’t belong into one.' })
  fileName!: string

  @Field(() => String, {
    nullable: true,
    description: 'Media type, found by its content, with the encoding of a text; null until it is stored.',
  })
  mediaType?: string | null

  @Field(() => Int, { description: 'Size in bytes.' })
  size!: number

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the content in hexadecimal; until it is stored, what was announced.',
  })
  sha256?: string | null

  @Field(() => DocumentStateEnum)
  state!: DocumentState

  @Field(() => ScanStateEnum, { description: 'Whether it was searched for malware, and what was found.' })
  scan!: ScanState

  @Field(() => DateTime, { nullable: true, description: 'When it was searched for malware last.' })
  scannedAt?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'Number of pages of a PDF; null for others, and until it is stored.',
  })
  pages?: number | null

  @Field(() => DateTime, { description: 'When the upload was asked for.' })
  createdAt!: string

  @Field(() => DateTime, { nullable: true, description: 'When it was stored.' })
  storedAt?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Address to download it from, without a session, for at least five minutes; a path where the service doesn’t know its public address. Null unless it is stored and free of known malware, and while it is in quarantine; for a scan of an identity document, which `revealEvidence` shows; and, but for members who may edit, for evidence that was uploaded and not added yet.',
  })
  downloadUrl?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Address of a small picture (WebP, at most 320 points wide and high) of a picture, as long as that of the download; null for others, and where that is null.',
  })
  thumbnailUrl?: string | null
}

@InputType({ description: 'A file to be uploaded, as far as it is known beforehand.' })
export class RequestUploadInput {
  @Field(() => DocumentPurposeEnum)
  purpose!: DocumentPurpose

  @Field(() => String, { description: 'Its name; the extension has to be one of its type, e.g. licence.pdf.' })
  fileName!: string

  @Field(() => Int, { description: 'Exact size in bytes.' })
  size!: number

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the content in hexadecimal, to be checked on arrival.',
  })
  sha256?: string | null

  @Field(() => ID, { nullable: true, description: 'The organisation whose evidence or attachment it is.' })
  applicant?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Code of the city whose register is imported; may be left out by those who act in one city only.',
  })
  city?: string | null

  @Field(() => String, { description: '8 to 64 letters, digits, - and _: new for each file, the same for a retry.' })
  idempotencyKey!: string
}

@ObjectType({ description: 'Where to send a file.' })
export class DocumentUpload {
  @Field(() => Document)
  document!: Document

  @Field(() => String, {
    nullable: true,
    description:
      'Address for an HTTP PUT with the file as its body, or in pieces with Content-Range (docs/files.md); no session is needed. May be repeated after a broken connection. A path where the service doesn’t know its public address. Null if the file has been uploaded, or refused.',
  })
  url?: string | null

  @Field(() => DateTime, { nullable: true, description: 'When the address stops to hold.' })
  expiresAt?: string | null

  @Field(() => Int, { description: 'Bytes that are taken at the address: the size announced.' })
  maxSize!: number
}

@ObjectType({ description: 'Where to send the file, or why it isn’t wanted.' })
export class RequestUploadPayload {
  @Field(() => DocumentUpload, { nullable: true })
  upload?: DocumentUpload | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}
