using System.Text.Json;
using SearchNews.Testing;

namespace SearchNews.Lucene.Tests.Analysis;

/// <summary>Titles and excerpts of the real articles.</summary>
internal static class Articles
{
    /// <summary>All titles and excerpts, in the order of the files.</summary>
    public static List<string> Texts() => [.. Read().SelectMany(static fields => fields).Distinct(StringComparer.Ordinal)];

    /// <summary>Title and excerpt of each article, those it has.</summary>
    public static IEnumerable<string[]> Read()
    {
        foreach (string file in Directory.EnumerateFiles(Corpus.AzureNewsFolder, "*.md").Order(StringComparer.Ordinal))
            yield return [.. File.ReadLines(file).TakeWhile(static line => !line.StartsWith("publishedDateTime", StringComparison.Ordinal)).SelectMany(Value)];
    }

    // The front matter quotes both as JSON does.
    private static IEnumerable<string> Value(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && line[..colon] is "title" or "excerpt")
            yield return JsonSerializer.Deserialize<string>(line[(colon + 1)..])!;
    }
}
