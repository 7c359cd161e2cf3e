namespace SearchNews.Search.Responses;

/// <summary>Members of an answer's JSON that were asked for, by name. Immutable, thread-safe.</summary>
public sealed class FieldSelection
{
    private const char Separator = '.';

    // By member: the parts of it that were asked for, or null for the whole.
    private readonly Dictionary<string, FieldSelection?> _members = new(StringComparer.Ordinal);

    /// <summary>Selects members.</summary>
    /// <param name="names">Names such as <c>title</c>, and of parts such as <c>provider.name</c>; a name wins over names of its parts.</param>
    public FieldSelection(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (IGrouping<string, string[]> member in names.Select(name => name.Split(Separator, 2)).GroupBy(parts => parts[0], StringComparer.Ordinal))
            _members[member.Key] = member.Any(parts => parts.Length == 1) ? null : new FieldSelection(member.Select(parts => parts[1]));
    }

    /// <summary>Whether a member is written.</summary>
    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>Which members of a member are written; null for all.</summary>
    public FieldSelection? PartsOf(string name) => _members.GetValueOrDefault(name);
}
