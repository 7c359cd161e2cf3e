namespace SearchNews.Benchmarks.Kernels;

/// <summary>Titles that look like those of news about a cloud, in ASCII, drawn from a seed.</summary>
internal static class MadeTitles
{
    private static readonly string[] Starts = ["Announcing", "Now available:", "Public preview of", "What's new in", "General availability of", "How customers use", "Five reasons to try", "Securing", "Migrating to", "A closer look at"];
    private static readonly string[] Names = ["Azure SQL", "Kubernetes Service", "Cosmos DB", "Functions 4.0", "the .NET 8 isolated worker", "Virtual Machines", "Data Factory's pipelines", "Front Door", "OpenAI models", "Blob Storage"];
    private static readonly string[] Actions = ["brings faster", "improves", "reduces the cost of", "simplifies", "adds support for", "retires older", "extends", "automates", "protects", "monitors"];
    private static readonly string[] Things = ["backups", "deployments", "private networks", "machine learning workloads", "event-driven applications", "hybrid databases", "serverless queries", "identities", "containers", "dashboards"];
    private static readonly string[] Ends = ["in 12 new regions", "for developers", "across the enterprise", "and what it means for you", "(part 2)", "at Build 2024", "with zero downtime", "for regulated industries", "and more", "by up to 40%"];

    /// <summary>Draws titles of 7 to 22 words, 11.5 on average.</summary>
    public static string[] Draw(int seed, int count)
    {
        var random = new Random(seed);
        string[] titles = new string[count];
        for (int i = 0; i < count; i++) titles[i] = $"{Of(Starts)} {Of(Names)} {Of(Actions)} {Of(Things)} {Of(Ends)}";
        return titles;

        string Of(string[] words) => words[random.Next(words.Length)];
    }
}
