import { Module } from '@nestjs/common';
import { AboutPages } from './about.pages';
import { HomePages } from './home.pages';

@Module({ controllers: [HomePages, AboutPages] })
export class HomeModule {}
