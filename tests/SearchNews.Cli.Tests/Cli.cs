using System.Diagnostics;

namespace SearchNews.Cli.Tests;

/// <summary>Runs the program: in this process, or as a process of its own where environment, signals or death matter.</summary>
internal static class Cli
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it in this process.</summary>
    public static async Task<CliResult> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CliApplication.RunAsync(arguments, output, error);
        return new CliResult(code, output.ToString(), error.ToString());
    }

    /// <summary>The command that runs it as a process of its own.</summary>
    public static IReadOnlyList<string> CommandLine(params IEnumerable<string> arguments) => SearchNewsProgram.CommandLine(arguments);

    /// <summary>Starts it as a process of its own, with no setting inherited but those given.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) => SearchNewsProgram.Start(environment, arguments);

    /// <summary>Starts any program that runs it, in the same way.</summary>
    public static Process StartProgram(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        SearchNewsProgram.StartProgram(program, arguments, environment);

    /// <summary>Runs it as a process of its own, to its end.</summary>
    public static async Task<CliResult> RunProcessAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using Process process = Start(environment, arguments);
        return await EndAsync(process);
    }

    /// <summary>Waits for a started process to end.</summary>
    public static async Task<CliResult> EndAsync(Process process)
    {
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch
        {
            process.Kill();
            throw;
        }

        return new CliResult(process.ExitCode, await output, await error);
    }
}
