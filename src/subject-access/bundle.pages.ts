import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { fullName } from '../domain/full-name';
import type { Person } from '../platform/actor';
import { sendAttachment } from '../platform/attachment';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { bundleFile } from './bundle-file';
import { bundleView } from './bundle.view';
import { Bundles } from './bundles.service';

@ApiExcludeController()
@Controller('young-people/:id')
export class BundlePages {
  constructor(private readonly bundles: Bundles) {}

  @Get('bundle')
  @May('take subject-access bundles')
  async show(@Param('id', IdPipe) id: string, @Res() response: Response): Promise<void> {
    const child = await this.bundles.child(id);
    response.render('subject-access/views/bundle', {
      title: 'Give a young person what is kept of them',
      caption: fullName(child),
      back: { text: `Back to ${child.givenName}`, href: `/young-people/${id}` },
      printHref: `/young-people/${id}/bundle.html`,
      fileHref: `/young-people/${id}/bundle.json`,
    });
  }

  @Get('bundle.html')
  @May('take subject-access bundles')
  async print(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    const bundle = await this.bundles.take(id, 'html', by);
    const body = await drawn(response, 'subject-access/views/printed', bundleView(bundle));
    sendAttachment(response, bundleFile(bundle, 'html', body));
  }

  @Get('bundle.json')
  @May('take subject-access bundles')
  async file(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    const bundle = await this.bundles.take(id, 'json', by);
    sendAttachment(response, bundleFile(bundle, 'json', JSON.stringify(bundle, null, 2)));
  }
}

function drawn(response: Response, view: string, model: object): Promise<string> {
  return new Promise((resolve, reject) => {
    response.render(view, model, (error: Error | null, html?: string) =>
      error ? reject(error) : resolve(html ?? ''),
    );
  });
}
