import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { Anyone, InContract } from '#platform';
import { referencePage } from './reference-page.js';

const DOCUMENT = join(process.cwd(), 'openapi.json');

/** The contract, for programs and for people. It is the committed document; a test keeps it equal to the routes. */
@InContract((api) => api.ApiExcludeController())
@Controller('api')
export class DocsController {
  @Get('openapi.json')
  @Anyone()
  @Header('content-type', 'application/json; charset=utf-8')
  document(): Promise<string> {
    return readFile(DOCUMENT, 'utf8');
  }

  @Get('docs')
  @Anyone()
  @Header('content-type', 'text/html; charset=utf-8')
  async page(): Promise<string> {
    return referencePage(JSON.parse(await this.document()) as Parameters<typeof referencePage>[0]);
  }
}
