using System.Diagnostics;
using System.Globalization;
using SearchNews.Search.Indexing;
using Spectre.Console;

namespace SearchNews.Cli.Output;

/// <summary>Shows a build: a bar with files per second and time left on a terminal, a line every five seconds elsewhere, nothing when quiet.</summary>
internal static class BuildProgressDisplay
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    /// <summary>Runs the build, or what takes as long, and shows what it reports.</summary>
    public static T Run<T>(CommandContext context, Func<Action<BuildProgress>, T> build)
    {
        if (context.Quiet) return build(_ => { });
        return context.Progress is { Profile.Capabilities.Interactive: true } console ? CreateBar(console).Start(bar => build(Show(bar))) : build(LineEverySeconds(context));
    }

    /// <summary>As <see cref="Run"/>, for a build that goes on elsewhere.</summary>
    public static async Task<T> RunAsync<T>(CommandContext context, Func<Action<BuildProgress>, Task<T>> build)
        where T : IndexReport
    {
        if (context.Quiet) return await build(_ => { });
        return context.Progress is { Profile.Capabilities.Interactive: true } console ? await CreateBar(console).StartAsync(bar => build(Show(bar))) : await build(LineEverySeconds(context));
    }

    private static Progress CreateBar(IAnsiConsole console) => console.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn());

    private static Action<BuildProgress> Show(ProgressContext bar)
    {
        ProgressTask task = bar.AddTask("Scanning", maxValue: 1);
        long started = Stopwatch.GetTimestamp();
        return state =>
        {
            task.MaxValue = Math.Max(1, state.Total);
            task.Value = state.Done;
            task.Description = Describe(state, Stopwatch.GetElapsedTime(started));
        };
    }

    private static Action<BuildProgress> LineEverySeconds(CommandContext context)
    {
        long started = Stopwatch.GetTimestamp();
        long last = started;
        return state =>
        {
            if (Stopwatch.GetElapsedTime(last) < LineInterval) return;
            last = Stopwatch.GetTimestamp();
            context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Describe(state, Stopwatch.GetElapsedTime(started))}, {state.Done} of {state.Total}"));
        };
    }

    private static string Describe(BuildProgress state, TimeSpan elapsed) => state.Stage == BuildStage.Indexing
        ? string.Create(CultureInfo.InvariantCulture, $"{state.Stage} {state.Done / Math.Max(elapsed.TotalSeconds, 0.001):0} files/s")
        : state.Stage.ToString();
}
