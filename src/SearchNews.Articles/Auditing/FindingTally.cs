namespace SearchNews.Articles.Auditing;

/// <summary>Counts one finding. Used by one thread.</summary>
internal sealed class FindingTally(string code, string meaning, int examples)
{
    private readonly List<string> _examples = [];
    private int _count;
    private int _of;

    /// <summary>Looks at one article.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="applies">Whether it has what the finding is about.</param>
    /// <param name="found">Whether it was found, where it applies.</param>
    public void Look(string id, bool applies, bool found)
    {
        if (!applies)
            return;
        _of++;
        if (!found)
            return;
        _count++;
        if (_examples.Count < examples)
            _examples.Add(id);
    }

    /// <summary>What was found.</summary>
    public AuditFinding ToFinding() => new(code, meaning, _count, _of, [.. _examples]);
}
