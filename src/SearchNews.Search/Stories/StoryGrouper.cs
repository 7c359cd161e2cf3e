namespace SearchNews.Search.Stories;

/// <summary>Groups articles into stories: all of them, or those around what changed, with the same result.</summary>
/// <remarks>
/// What story an article gets depends on the stories started in the <see cref="StoryRule.TitleDays"/> days before it. So grouping starts at the earliest change, from the stories that were open
/// then, and is over when no change, and no article that got another story by it, lies within those days any more: all that follows would stay as it is.
/// </remarks>
internal static class StoryGrouper
{
    /// <summary>Groups everything.</summary>
    public static StoryGroups Group(IStoryTimeline timeline)
    {
        var groups = new StoryGroups();
        var open = new OpenStories();
        foreach (StoryArticle article in timeline.From(long.MinValue)) groups.Set(article.Id, open.Take(article, Weigh(timeline, article, open)));
        return groups;
    }

    /// <summary>Groups anew what a change may have touched.</summary>
    /// <param name="timeline">The articles after the change.</param>
    /// <param name="groups">The stories before it, without the articles that came, changed or went; afterwards those after it.</param>
    /// <param name="changed">When those articles were published, before the change and after it, ascending; milliseconds since 1970.</param>
    public static void Regroup(IStoryTimeline timeline, StoryGroups groups, IReadOnlyList<long> changed)
    {
        for (int next = 0; next < changed.Count;) next = Regroup(timeline, groups, changed, next);
    }

    private static int Regroup(IStoryTimeline timeline, StoryGroups groups, IReadOnlyList<long> changed, int next)
    {
        long start = changed[next];
        long unsettledUntil = long.MinValue;
        var open = new OpenStories();
        foreach (StoryArticle article in timeline.From(Before(start)))
        {
            string before = groups.FirstOf(article.Id);
            if (article.PublishedAt < start)
            {
                // As it was: nothing so early has changed.
                if (before == article.Id) open.Start(article, Weigh(timeline, article, open));
                else open.Grow(before);
                continue;
            }

            for (; next < changed.Count && changed[next] <= article.PublishedAt; next++) unsettledUntil = After(changed[next]);
            if (article.PublishedAt > unsettledUntil) return next;
            string first = open.Take(article, Weigh(timeline, article, open));
            if (first == before) continue;
            groups.Set(article.Id, first);
            unsettledUntil = After(article.PublishedAt);
        }

        // No article is left that any later change could concern.
        return changed.Count;
    }

    private static StoryVector Weigh(IStoryTimeline timeline, StoryArticle article, OpenStories open)
    {
        StoryVector vector = open.NewVector();
        timeline.Weigh(article, vector);
        return vector;
    }

    private static long Before(long instant) => instant < long.MinValue + StoryRule.TitleMs ? long.MinValue : instant - StoryRule.TitleMs;

    private static long After(long instant) => instant > long.MaxValue - StoryRule.TitleMs ? long.MaxValue : instant + StoryRule.TitleMs;
}
