namespace SearchNews.Search.Stories;

/// <summary>Which articles are in one story: the id of its first article by the id of each other one. An article that is not there is the first of its story, mostly the only one. One thread.</summary>
internal sealed class StoryGroups
{
    private readonly Dictionary<string, string> _firsts = new(StringComparer.Ordinal);

    /// <summary>Articles that are in a story and not its first.</summary>
    public int Count => _firsts.Count;

    /// <summary>The id of the first article of an article's story.</summary>
    public string FirstOf(string id) => _firsts.GetValueOrDefault(id, id);

    /// <summary>Puts an article into a story.</summary>
    /// <param name="id">The article.</param>
    /// <param name="first">The story's first article; the article itself to make it a first.</param>
    public void Set(string id, string first)
    {
        if (id == first) _firsts.Remove(id);
        else _firsts[id] = first;
    }

    /// <summary>Takes an article out that changed or is gone. Those that it was the first of are put elsewhere by <see cref="StoryGrouper"/>.</summary>
    public void Forget(string id) => _firsts.Remove(id);

    /// <summary>The stories of two articles or more, by id of the first article; the ids of the others in ordinal order.</summary>
    public SortedDictionary<string, List<string>> ToStories()
    {
        var stories = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach ((string id, string first) in _firsts)
        {
            if (!stories.TryGetValue(first, out List<string>? others)) stories[first] = others = [];
            others.Add(id);
        }

        foreach (List<string> others in stories.Values) others.Sort(StringComparer.Ordinal);
        return stories;
    }
}
