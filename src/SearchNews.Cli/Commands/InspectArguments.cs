using SearchNews.Lucene.Index;
using SearchNews.Search.Requests;

namespace SearchNews.Cli.Commands;

/// <summary>Checks what commands that look inside the index are asked for.</summary>
internal static class InspectArguments
{
    /// <summary>Throws unless at least one row is asked for.</summary>
    /// <exception cref="UsageException">None is.</exception>
    public static void CheckTop(int top)
    {
        if (top < 1) throw new UsageException("--top must be 1 or more.");
    }

    /// <summary>Throws unless some segment has the field.</summary>
    /// <exception cref="UsageException">There is no such field; names the nearest one.</exception>
    public static void CheckField(IndexReader reader, string field)
    {
        string[] names = [.. reader.Leaves.SelectMany(l => l.Reader.FieldInfos).Select(f => f.Name).Distinct(StringComparer.Ordinal)];
        if (names.Contains(field, StringComparer.Ordinal)) return;
        string? nearest = NearestName.Find(field, names);
        throw new UsageException(nearest is null ? $"There is no field '{field}'; see 'searchnews index inspect fields'." : $"There is no field '{field}'; did you mean '{nearest}'?");
    }
}
