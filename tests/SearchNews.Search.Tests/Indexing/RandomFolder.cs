using System.Globalization;
using System.Text;

namespace SearchNews.Search.Tests.Indexing;

/// <summary>A source folder that is edited at random: articles come, change, break, are withdrawn, go and come back, in folders and under both extensions.</summary>
internal sealed class RandomFolder(string root, Random random)
{
    private static readonly DateTime Old = new(2021, 5, 1, 12, 0, 0, DateTimeKind.Utc);
    private readonly List<string> _gone = [];
    private long _writes;

    public string Root { get; } = root;

    public string[] Files => [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public void Fill(int count)
    {
        for (int i = 0; i < count; i++) Write(NewPath());
    }

    /// <summary>One edit; returns what it was, for the message of a failing test.</summary>
    public string Edit()
    {
        string[] files = Files;
        if (files.Length == 0 || random.Next(5) == 0) return Write(random.Next(3) == 0 && _gone.Count > 0 ? _gone[random.Next(_gone.Count)] : NewPath());
        string file = files[random.Next(files.Length)];
        switch (random.Next(8))
        {
            case 0:
            case 1:
                _gone.Add(file);
                File.Delete(file);
                return $"delete {file}";
            case 2:
                File.SetLastWriteTimeUtc(file, Old.AddTicks(++_writes));
                return $"touch {file}";
            case 3:
                string twin = Path.ChangeExtension(file, file.EndsWith(".md", StringComparison.Ordinal) ? ".markdown" : ".md");
                return Write(twin);
            case 4:
                return Write(file, "no front matter at all");
            case 5:
                return Write(file, "---\ntitle: Withdrawn\nremoved: true\n---\n");
            default:
                return Write(file);
        }
    }

    private string NewPath()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"a{random.Next(200):D3}{(random.Next(6) == 0 ? ".markdown" : ".md")}");
        return random.Next(4) == 0 ? Path.Combine(Root, "sub", random.Next(2) == 0 ? "x" : "", name) : Path.Combine(Root, name);
    }

    private string Write(string path, string? text = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text ?? Article());

        // Half of the times are old enough to be relied on, and differ from each other; the others are of this very moment.
        if (random.Next(2) == 0) File.SetLastWriteTimeUtc(path, Old.AddTicks(++_writes));
        return $"write {path}";
    }

    private string Article()
    {
        var text = new StringBuilder("---\n");
        text.Append(CultureInfo.InvariantCulture, $"title: {SomeArticles.Text(random, random.Next(1, 5)).Replace("c#", "csharp", StringComparison.Ordinal)}\n");
        text.Append(CultureInfo.InvariantCulture, $"excerpt: {SomeArticles.Text(random, random.Next(1, 12)).Replace("c#", "csharp", StringComparison.Ordinal)}\n");
        if (random.Next(3) > 0) text.Append(CultureInfo.InvariantCulture, $"quality: {random.Next(150)}\n");
        if (random.Next(3) > 0) text.Append(CultureInfo.InvariantCulture, $"heat: {random.Next(400)}\n");
        if (random.Next(8) > 0) text.Append(CultureInfo.InvariantCulture, $"publishedDateTime: 2021-08-{random.Next(1, 29):D2}T08:00:00Z\n");
        text.Append(CultureInfo.InvariantCulture, $"topics: [{SomeArticles.Topics[random.Next(SomeArticles.Topics.Length)]}]\n");
        return text.Append("---\n\nBody.\n").ToString();
    }
}
