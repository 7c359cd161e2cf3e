using System.Diagnostics;
using System.Globalization;
using SearchNews.Cli.Output;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing.Manifests;
using SearchNews.Search.Stories;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index verify</c></summary>
internal sealed class IndexVerifyCommand : CliCommand
{
    public IndexVerifyCommand()
        : base("verify", "Reads every byte of the live generation: checksums and cross-checks. Exit code 4 when it is damaged.")
    {
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        VerifyResult result = Verify(LiveIndex.Find(context.Store));
        if (context.Json) JsonOutput.Write(context.Output, result, CliJson.Relaxed.VerifyResult);
        else if (result.Sound) context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Generation} is sound: {result.Articles} articles, {result.Bytes} bytes, {result.Seconds:0.00} s"));
        else context.Output.WriteLine($"{result.Generation} is damaged: {result.Problem}");
        return Task.FromResult(result.Sound ? ExitCode.Done : ExitCode.IndexUnusable);
    }

    private static VerifyResult Verify(Generation generation)
    {
        long started = Stopwatch.GetTimestamp();
        using var directory = new FileSystemDirectory(generation.Path);
        long bytes = directory.ListAll().Sum(directory.FileLength);
        try
        {
            DirectoryReader reader = LiveIndex.OpenReader(directory);
            IndexVerifier.Verify(reader);
            StoryVerifier.Verify(directory, reader);
            ManifestVerifier.Verify(directory);
            return new VerifyResult(generation.Name, Sound: true, reader.NumDocs, bytes, Stopwatch.GetElapsedTime(started).TotalSeconds, null);
        }
        catch (Exception e) when (e is CorruptIndexException or IndexNotFoundException or IndexFormatTooNewException or IndexFormatTooOldException)
        {
            return new VerifyResult(generation.Name, Sound: false, 0, bytes, Stopwatch.GetElapsedTime(started).TotalSeconds, e.Message);
        }
    }
}
