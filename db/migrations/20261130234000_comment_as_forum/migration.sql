ALTER POLICY "agreement_comment_add" ON "agreement_comment" TO "brobyg_app" WITH CHECK (partnership_id = (select door.partnership()) and (select door.has_duty('forum')) and not (select door.has_duty('administer')) and person_id = (select door.me()) and post_id = any ((select door.posts())::uuid[]) and exists (
        select 1 from post p join function f on f.partnership_id = p.partnership_id and f.code = p.function
        where p.partnership_id = agreement_comment.partnership_id and p.id = agreement_comment.post_id
          and 'forum' = any (f.duties)) and exists (select 1 from agreement_draft d where d.partnership_id = agreement_comment.partnership_id
        and d.proposed and d.comments_until >= (app_now() at time zone 'Europe/Copenhagen')::date));