using System.Globalization;
using System.Text.RegularExpressions;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>
/// Articles <c>a0</c>, <c>a1</c> ... whose title says which version they are, so that folder, index and answers can be compared with what was acknowledged.
/// Every one of them is found by the word <see cref="Word"/>.
/// </summary>
internal sealed partial class VersionedArticles(string folder)
{
    /// <summary>A word of every article.</summary>
    public const string Word = "moon";

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>The id of an article.</summary>
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"a{number}");

    /// <summary>The whole file of a version.</summary>
    public static string TextOf(string id, int version) => string.Create(
        CultureInfo.InvariantCulture,
        $"---\ntitle: Version {version} of {id} about the moon\nexcerpt: What a rocket saw on its way, told for the {version}th time\npublishedDateTime: 2024-01-01T00:00:00Z\nquality: {version % 90}\n---\n");

    /// <summary>Id and version of a title of <see cref="TextOf"/>.</summary>
    public static (string Id, int Version) Parse(string title)
    {
        Match match = Title.Match(title);
        match.Success.ShouldBeTrue(title);
        return (match.Groups["id"].Value, int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a version as careful programs do: a file beside, then a rename.</summary>
    public void Write(string id, int version)
    {
        string path = Path.Combine(folder, id + ".md");
        Directory.CreateDirectory(folder);
        File.WriteAllText(path + ".tmp", TextOf(id, version));
        File.Move(path + ".tmp", path, overwrite: true);
    }

    /// <summary>Which version of which article is in the folder.</summary>
    public Dictionary<string, int> ReadFolder()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(folder, "*.md"))
        {
            (string id, int version) = Parse(File.ReadAllText(path));
            found.Add(id, version);
        }

        return found;
    }

    /// <summary>Which version of which article a search finds, as the next start of the program would.</summary>
    public static async Task<Dictionary<string, int>> ReadIndexAsync(string index)
    {
        var backend = new EmbeddedBackend(new GenerationStore(index));
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int page = 1; ; page++)
        {
            SearchResponse response = await backend.SearchAsync(new SearchRequest { Query = Word, Group = HitGrouping.None, Page = page, Size = SearchRequest.MaxSize }, TestContext.Current.CancellationToken);
            foreach (SearchHit hit in response.Hits)
            {
                (string id, int version) = Parse(hit.Title!);
                hit.Id.ShouldBe(id);
                found.Add(id, version);
            }

            if (response.Hits.Count < SearchRequest.MaxSize)
            {
                response.Total.Articles.ShouldBe(found.Count);
                return found;
            }
        }
    }

    [GeneratedRegex("Version (?<version>[0-9]+) of (?<id>a[0-9]+) about", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Title { get; }
}
