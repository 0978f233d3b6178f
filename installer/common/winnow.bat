@echo off
rem Starts Winnow with a JDK 25 or newer, wherever it is called from.
setlocal enabledelayedexpansion
for %%H in ("%~dp0..") do set "HOME_DIR=%%~fH"
set "JAVA_EXE="
for %%J in ("%JAVA_HOME%") do call :try "%%~J"
for /f "delims=" %%P in ('where java 2^>nul') do if not defined JAVA_EXE call :try "%%~dpP.."
for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined JAVA_EXE call :try "%%~D"
if not defined JAVA_EXE (
    echo winnow: needs a JDK 25 or newer: install one ^(for instance from https://adoptium.net^) or set JAVA_HOME. 1>&2
    exit /b 2
)
rem Listed in one order everywhere: the cache fits one class path only.
set "CLASS_PATH="
for /f "delims=" %%F in ('dir /b /on "%HOME_DIR%\lib\*.jar"') do set "CLASS_PATH=!CLASS_PATH!%HOME_DIR%\lib\%%F;"
rem The piece for tuning, where it is installed, joins behind; nobody else waits for it.
set "UNSAFE="
if "%~1"=="tune" if exist "%HOME_DIR%\tuning" (
    for /f "delims=" %%F in ('dir /b /on "%HOME_DIR%\tuning\*.jar"') do set "CLASS_PATH=!CLASS_PATH!%HOME_DIR%\tuning\%%F;"
    set "UNSAFE=--sun-misc-unsafe-memory-access=allow"
)
set "CLASS_PATH=!CLASS_PATH:~0,-1!"
set "CACHE="
if exist "%HOME_DIR%\lib\winnow.aot" set "CACHE=-XX:AOTCache=%HOME_DIR%\lib\winnow.aot"
"%JAVA_EXE%" %CACHE% %UNSAFE% -Xlog:aot=off -Xlog:cds=off %WINNOW_OPTS% --module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls --enable-native-access=ALL-UNNAMED,javafx.graphics -cp "!CLASS_PATH!" org.winnow.app.Main %*
exit /b %ERRORLEVEL%

:try
if "%~1"=="" exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%V in ('findstr /b JAVA_VERSION "%~1\release"') do set "VERSION=%%~V"
for /f "delims=." %%M in ("!VERSION!") do if %%M GEQ 25 set "JAVA_EXE=%~1\bin\java.exe"
exit /b
