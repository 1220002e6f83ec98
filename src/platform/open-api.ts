import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const INTRODUCTION =
  'Dates are YYYY-MM-DD, instants ISO 8601 with offset, money whole pence, shares 0 to 1. ' +
  'Errors are RFC 9457 problem details; a refusal is 409 with findings. ' +
  'Send an Idempotency-Key with every POST: a replay answers as the first did.';

/** OpenAPI 3.1 from the code, at `/api/openapi.json`; to browse, at `/api/docs`. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}

function openApiDocument(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Short breaks: booking and occupancy')
    .setDescription(INTRODUCTION)
    .setVersion('1')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  return SwaggerModule.createDocument(app, about);
}
