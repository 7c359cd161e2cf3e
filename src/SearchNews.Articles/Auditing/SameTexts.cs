namespace SearchNews.Articles.Auditing;

/// <summary>Finds articles that share a text, capitals aside. Used by one thread.</summary>
internal sealed class SameTexts
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Id, string Text)> _texts = [];

    /// <summary>Adds an article's text; an empty one is shared by nobody.</summary>
    public void Add(string id, string text)
    {
        if (text.Length == 0)
            return;
        _counts[text] = _counts.GetValueOrDefault(text) + 1;
        _texts.Add((id, text));
    }

    /// <summary>Tells which articles share theirs, in the order of adding.</summary>
    public void CountInto(FindingTally tally)
    {
        foreach ((string id, string text) in _texts)
            tally.Look(id, applies: true, found: _counts[text] > 1);
    }
}
