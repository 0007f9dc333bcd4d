-- What is searched of 評価・意見 and of 市の調査・検討, as of the other tables.
alter table opinion
  add column searched text not null generated always as (kyodo_fold(item) || E'\n' || kyodo_fold(words)) stored;

alter table opinion_year
  add column searched text not null generated always as (kyodo_fold(consideration) || E'\n' || kyodo_fold(response_when)) stored;
