namespace SearchNews.Articles.Auditing;

/// <summary>What an audit of a folder found. Immutable.</summary>
public sealed record AuditReport
{
    /// <summary>Full path of the folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The time of the audit; later dates are in the future.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Article files found, unreadable ones among them.</summary>
    public required int Files { get; init; }

    /// <summary>Articles that can be searched: neither unreadable nor removed. The findings are about these.</summary>
    public required int Articles { get; init; }

    /// <summary>Articles that are withdrawn (`removed: true`).</summary>
    public required int Removed { get; init; }

    /// <summary>Files that cannot be read, as `path:line:column: reason`, in ordinal path order.</summary>
    public required IReadOnlyList<string> Unreadable { get; init; }

    /// <summary>Articles with values that were left out, as `path:line:column: reason`, in ordinal path order.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Links and special files that were passed over.</summary>
    public required int NotRegular { get; init; }

    /// <summary>Items of the longest list of related articles.</summary>
    public required int LongestRelated { get; init; }

    /// <summary>Every finding, those without articles too, in a fixed order.</summary>
    public required IReadOnlyList<AuditFinding> Findings { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }
}
