namespace SearchNews.Search.Stories;

/// <summary>
/// The stories that articles may still join, as <see cref="StoryRule"/> says, while articles come in order of time. Which story an article gets depends only on the stories started in the
/// <see cref="StoryRule.TitleDays"/> days before it and their sizes. One thread.
/// </summary>
/// <remarks>
/// Stories of the same days are found by the rarest stems of their first articles (see <see cref="StoryVector.RareStems"/>): few have one, so that an article costs the same however many
/// there are. Stories that are over are thrown out whenever they are the greater part.
/// </remarks>
internal sealed class OpenStories
{
    private const int SmallestClearing = 256;

    private readonly OpenStoryIndex _byStem = new();
    private readonly OpenStoryIndex _byTitle = new();
    private readonly Dictionary<string, OpenStory> _byFirst = new(StringComparer.Ordinal);
    private readonly Queue<OpenStory> _inTime = [];
    private readonly LikenessProbe _probe = new();

    // Those of articles that joined a story, and of stories that are over.
    private readonly Stack<StoryVector> _spares = [];
    private int _clearAt = SmallestClearing;
    private int _looks;

    /// <summary>A vector for the next article, to be given back by <see cref="Start"/> or <see cref="Take"/>.</summary>
    public StoryVector NewVector() => _spares.TryPop(out StoryVector? spare) ? spare : new StoryVector();

    /// <summary>Starts a story, which has the vector from now on.</summary>
    public void Start(StoryArticle article, StoryVector vector)
    {
        var story = new OpenStory(article, vector);
        _inTime.Enqueue(story);
        Enter(story);
        if (_inTime.Count >= _clearAt) Clear(article.PublishedAt);
    }

    /// <summary>Adds one article to a story, if it is still open.</summary>
    public void Grow(string first)
    {
        if (_byFirst.TryGetValue(first, out OpenStory? story)) story.Size++;
    }

    /// <summary>Puts the next article into the story it belongs to, or starts one with it.</summary>
    /// <returns>The id of the story's first article.</returns>
    public string Take(StoryArticle article, StoryVector vector)
    {
        OpenStory? story = FindTitle(article, vector) ?? FindLike(article, vector);
        if (story is null)
        {
            Start(article, vector);
            return article.Id;
        }

        story.Size++;
        _spares.Push(vector);
        return story.First.Id;
    }

    private OpenStory? FindTitle(StoryArticle article, StoryVector vector)
    {
        if (vector.Title == 0) return null;
        OpenStory? earliest = null;
        for (int place = _byTitle.First(KeyOf(vector.Title)); place >= 0; place = _byTitle.Next(place))
        {
            OpenStory story = _byTitle.At(place);
            if (article.PublishedAt - story.PublishedAt > StoryRule.TitleMs) break;
            if (story.Vector.Title == vector.Title && !story.IsFull) earliest = story;
        }

        return earliest;
    }

    private OpenStory? FindLike(StoryArticle article, StoryVector vector)
    {
        OpenStory? best = null;
        double greatest = StoryRule.MinLikeness;
        _looks++;
        int comparisons = StoryRule.MaxCandidates;
        _probe.Set(vector);
        foreach (uint stem in vector.RareStems)
        {
            int left = StoryRule.MaxCandidatesPerStem;
            for (int place = _byStem.First(stem); place >= 0 && left > 0; place = _byStem.Next(place), left--)
            {
                OpenStory story = _byStem.At(place);
                if (article.PublishedAt - story.PublishedAt > StoryRule.LikenessMs) break;
                if (story.Seen == _looks) continue;
                story.Seen = _looks;
                if (story.IsFull) continue;
                if (comparisons-- == 0) return best;
                double likeness = _probe.Likeness(story.Vector);
                if (likeness < greatest || (likeness == greatest && best is not null && !IsBefore(story, best))) continue;
                greatest = likeness;
                best = story;
            }
        }

        return best;
    }

    private static uint KeyOf(ulong title) => (uint)(title ^ (title >> 32));

    private static bool IsBefore(OpenStory left, OpenStory right) => left.PublishedAt == right.PublishedAt
        ? string.CompareOrdinal(left.First.Id, right.First.Id) < 0
        : left.PublishedAt < right.PublishedAt;

    private void Enter(OpenStory story)
    {
        _byFirst[story.First.Id] = story;
        if (story.Vector.Title != 0) _byTitle.Add(KeyOf(story.Vector.Title), story);
        foreach (uint stem in story.Vector.RareStems) _byStem.Add(stem, story);
    }

    private void Clear(long now)
    {
        while (_inTime.TryPeek(out OpenStory? oldest) && now - oldest.PublishedAt > StoryRule.TitleMs) _spares.Push(_inTime.Dequeue().Vector);
        _byStem.Clear();
        _byTitle.Clear();
        _byFirst.Clear();
        foreach (OpenStory story in _inTime) Enter(story);
        _clearAt = Math.Max(SmallestClearing, 2 * _inTime.Count);
    }
}
