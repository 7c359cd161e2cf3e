namespace SearchNews.Search.Stories;

/// <summary>
/// What makes a story, measured on real folders. In order of date, then id, an article joins the story whose first article was published within <see cref="LikenessDays"/> days and is like it
/// (cosine of <see cref="MinLikeness"/> or more), or within <see cref="TitleDays"/> days and has the same title; else it starts one. Only the first article counts, as likeness to any member chains
/// stories of a hundred articles together. An article without a date stands alone, as does one without words.
/// </summary>
/// <remarks>Of several stories the one of the same title is joined, the earliest of them; else the most like, the earliest of equals.</remarks>
internal static class StoryRule
{
    /// <summary>Days, inclusive, within which an article joins what it is like.</summary>
    public const int LikenessDays = 3;

    /// <summary>Days, inclusive, within which an article joins what has its title. The longest that a story is open.</summary>
    public const int TitleDays = 5;

    /// <summary>Least cosine of the vectors of two articles that tell of one event.</summary>
    public const double MinLikeness = 0.5;

    /// <summary>Most articles of a story; it takes no more then.</summary>
    public const int MaxSize = 50;

    /// <summary>
    /// Of the stories that are open and share a rare word with an article, so many are compared with it a word, the latest first. No real folder comes near; it keeps the cost linear
    /// however many articles a day has.
    /// </summary>
    public const int MaxCandidatesPerStem = 128;

    /// <summary>With so many stories an article is compared at most, those that share its rarest words first. No real folder comes near either.</summary>
    public const int MaxCandidates = 64;

    /// <summary><see cref="LikenessDays"/> in milliseconds.</summary>
    public const long LikenessMs = LikenessDays * DayMs;

    /// <summary><see cref="TitleDays"/> in milliseconds.</summary>
    public const long TitleMs = TitleDays * DayMs;

    private const long DayMs = 86_400_000;
}
